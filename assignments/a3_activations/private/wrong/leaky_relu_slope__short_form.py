"""The larger of z and alpha z decides, and with an alpha above 1 that is the wrong one.

fails: leaky_relu_slope
points: 0.5
section: Commonly used activation functions
hint: Try alpha = 2 with z = -1 and z = 1.
hint: Which is larger at z = 1, z or 2z?
hint: Let the sign of z decide, not the size of the two products.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    z = np.asarray(z)
    return np.where(z > alpha * z, 1.0, alpha)
