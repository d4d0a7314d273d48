"""The root of the mean square is returned instead of the largest distance.

fails: sup_error
points: 0
section: Representational power
hint: Is your result ever attained at a single place?
hint: An rms error is a kind of mean; it hides the worst place.
hint: Sup asks for the worst place: take the largest distance.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return np.sqrt(np.mean((f(x) - g(x)) ** 2))
