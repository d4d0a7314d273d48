"""The sign of the output decides, and with a negative alpha it differs from the sign of z.

fails: leaky_relu_slope
points: 0.5
section: Commonly used activation functions
hint: Try z = -1 with an alpha of -0.5.
hint: A negative alpha folds the left side up, so its outputs are positive.
hint: Look at z itself and not at what came out.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    z = np.asarray(z)
    a = np.where(z > 0, z, alpha * z)
    return np.where(a > 0, 1.0, alpha)
