"""The slopes from point to point are averaged, which is no line of least squares.

fails: error_slope
points: 1
section: Representational power
hint: Does a short step count as much as a long one in your code?
hint: From neighbours that are close, a little scatter makes a huge slope.
hint: Fit one line to all points.
"""

import numpy as np


def error_slope(n_units, errors):
    return np.mean(np.diff(np.log(errors)) / np.diff(np.log(n_units)))
