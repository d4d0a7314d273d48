"""Every negative number gives alpha itself: that is the slope, not the value.

fails: leaky_relu
points: 0
section: Commonly used activation functions
hint: Compare your results for -1 and -100.
hint: The left side is a slanted line, and yours is level.
hint: A slope has to be multiplied with something.
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    z = np.asarray(z)
    return np.where(z > 0, z, alpha)
