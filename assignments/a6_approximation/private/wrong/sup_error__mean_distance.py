"""The mean distance is returned instead of the largest one.

fails: sup_error
points: 0
section: Representational power
hint: Is your result ever attained at a single place?
hint: A mean hides the worst place among the good ones.
hint: Sup asks for the worst place: take the largest distance.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return np.mean(np.abs(f(x) - g(x)))
