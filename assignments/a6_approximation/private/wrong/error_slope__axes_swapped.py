"""The axes are swapped: log n is fitted as a function of log error.

fails: error_slope
points: 0
section: Representational power
hint: Which quantity do you read off at which?
hint: For an exponent of -2 you get -1/2.
hint: The sizes belong on the horizontal axis, so they come first.
"""

import numpy as np


def error_slope(n_units, errors):
    u, v = np.log(n_units), np.log(errors)
    v = v - v.mean()
    return np.sum(u * v) / max(np.sum(v * v), 1e-30)
