"""To the left alpha is multiplied with z: that is the value there, not the slope.

fails: leaky_relu_slope
points: 0
section: Commonly used activation functions
hint: Compare your results for -1 and -100.
hint: The left side is a straight line, equally steep everywhere.
hint: Alpha itself is the slope.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    z = np.asarray(z)
    return np.where(z > 0, 1.0, alpha * z)
