"""No logarithm is taken: it is the slope of the curve and no exponent.

fails: error_slope
points: 0
section: Representational power
hint: Does your result change if all errors are doubled?
hint: On plain axes a power law is no straight line.
hint: Take the logarithms of both before you fit the line.
"""

import numpy as np


def error_slope(n_units, errors):
    return np.polyfit(n_units, errors, 1)[0]
