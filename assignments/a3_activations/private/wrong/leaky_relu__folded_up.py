"""On the left alpha is multiplied with |z|, so negative numbers give positive results.

fails: leaky_relu
points: 0
section: Commonly used activation functions
hint: Which sign has your result for -3?
hint: With a positive alpha, the output has the sign of z.
hint: On the left, z itself is scaled; no absolute value is needed.
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    return np.where(np.asarray(z) > 0, z, alpha * np.abs(z))
