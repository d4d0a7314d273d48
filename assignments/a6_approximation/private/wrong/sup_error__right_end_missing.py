"""The right end of the interval is not among the points.

fails: sup_error
points: 1
section: Representational power
hint: Print your grid for n = 5 on the interval from 0 to 2.
hint: Your last point lies one step before the end.
hint: np.arange and endpoint=False leave the end out; both ends are asked for.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n, endpoint=False)
    return np.max(np.abs(f(x) - g(x)))
