"""The grid begins at 0, wherever the interval begins.

fails: sup_error
points: 0
section: Representational power
hint: Print your grid for the interval from 2 to 3.
hint: You use the upper end only.
hint: The interval has two ends, and the grid goes from one to the other.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(0, interval[1], n)
    return np.max(np.abs(f(x) - g(x)))
