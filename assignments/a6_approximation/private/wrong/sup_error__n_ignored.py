"""The grid always has 10,001 points, whatever n is.

fails: sup_error
points: 1
section: Representational power
hint: How many points do you look at for n = 5?
hint: The argument n does not occur in your code.
hint: Let n decide how many points the grid has.
"""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(interval[0], interval[1], 10001)
    return np.max(np.abs(f(x) - g(x)))
