"""All distances are added up instead of taking the largest one.

fails: sup_error
points: 0
section: Representational power
hint: Does your result grow with n?
hint: A sum counts every place, and sup only the worst one.
hint: Take the largest distance.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return np.sum(np.abs(f(x) - g(x)))
