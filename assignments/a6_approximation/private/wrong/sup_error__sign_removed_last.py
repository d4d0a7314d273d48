"""The sign is removed after the maximum, which is too late.

fails: sup_error
points: 1
section: Representational power
hint: What do you get for differences of -5 and 1?
hint: The largest of them is 1, though 5 is farther apart.
hint: Remove the sign of each difference before you take the largest.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return abs(np.max(f(x) - g(x)))
