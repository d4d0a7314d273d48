"""The line is forced through the origin, as if C were 1.

fails: error_slope
points: 0
section: Representational power
hint: Does your result change if all errors are doubled?
hint: A line with a slope alone has to pass through the origin.
hint: Subtract the means first, or fit the height of the line as well.
"""

import numpy as np


def error_slope(n_units, errors):
    u, v = np.log(n_units), np.log(errors)
    return np.sum(u * v) / np.sum(u * u)
