"""The median of the slopes of all pairs is a robust line, and not least squares.

fails: error_slope
points: 1
section: Representational power
hint: Which line is asked for?
hint: A median of slopes hardly moves when one point moves.
hint: Make the sum of the squared vertical gaps small.
"""

import numpy as np


def error_slope(n_units, errors):
    u, v = np.log(n_units), np.log(errors)
    i, j = np.triu_indices(len(u), 1)
    return np.median((v[j] - v[i]) / (u[j] - u[i]))
