"""Only the smallest and the largest size count; the others are not looked at.

fails: error_slope
points: 1
section: Representational power
hint: Does your result move when you move a point in the middle?
hint: You divide the change from the smallest to the largest size.
hint: All points count: fit a line of least squares.
"""

import numpy as np


def error_slope(n_units, errors):
    u, v = np.log(n_units), np.log(errors)
    i, j = np.argmin(u), np.argmax(u)
    return (v[j] - v[i]) / (u[j] - u[i])
