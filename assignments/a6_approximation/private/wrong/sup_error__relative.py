"""The distance is divided by the size of g, which makes it a relative error.

fails: sup_error
points: 1
section: Representational power
hint: What do you get for f = 3 and g = 1?
hint: The formula has no division.
hint: The distance alone is asked for.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], n)
    return np.max(np.abs(f(x) - g(x)) / (1 + np.abs(g(x))))
