"""n is taken for the number of steps, which gives one point too many.

fails: sup_error
points: 1
section: Representational power
hint: How many points does your grid have for n = 5?
hint: Between n points there are n - 1 steps.
hint: n counts the points, both ends included.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n + 1)
    return np.max(np.abs(f(x) - g(x)))
