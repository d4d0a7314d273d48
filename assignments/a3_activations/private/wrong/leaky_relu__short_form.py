"""max(z, alpha z) takes the wrong branch on both sides once alpha is above 1.

fails: leaky_relu
points: 1.5
section: Commonly used activation functions
hint: Try alpha = 2 with z = -1 and z = 1.
hint: Which is larger at z = 1, z or 2z? Which one is asked for?
hint: Let the sign of z decide, not the size of the two products.
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    z = np.asarray(z)
    return np.maximum(z, alpha * z)
