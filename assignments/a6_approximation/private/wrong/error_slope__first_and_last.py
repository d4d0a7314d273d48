"""Only the first point and the last one count; the others are not looked at.

fails: error_slope
points: 1
section: Representational power
hint: Does your result move when you move a point in the middle?
hint: You divide the change from end to end.
hint: All points count: fit a line of least squares.
"""

import numpy as np


def error_slope(n_units, errors):
    u, v = np.log(n_units), np.log(errors)
    return (v[-1] - v[0]) / (u[-1] - u[0])
