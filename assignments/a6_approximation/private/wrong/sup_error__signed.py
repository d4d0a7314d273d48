"""The largest signed difference: places where g is above f do not count.

fails: sup_error
points: 1
section: Representational power
hint: What do you get when f is 0 and g is 5 everywhere?
hint: A large negative difference is a large distance too.
hint: Remove the sign before you take the largest.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return np.max(f(x) - g(x))
