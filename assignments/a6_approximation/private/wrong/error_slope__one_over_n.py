"""The line is drawn against 1/n, so a falling error gets a positive exponent.

fails: error_slope
points: 0
section: Representational power
hint: Does the error fall or rise with n, and which sign has your result?
hint: The logarithm of 1/n is minus that of n: your axis runs backwards.
hint: Put the logarithm of n itself on the horizontal axis.
"""

import numpy as np


def error_slope(n_units, errors):
    return np.polyfit(np.log(1 / np.asarray(n_units, dtype=float)), np.log(errors), 1)[0]
