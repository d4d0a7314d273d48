"""On the left alpha is added to z instead of multiplied with it.

fails: leaky_relu
points: 0
section: Commonly used activation functions
hint: What does your function give for -3? It should be -0.03.
hint: To the left the curve should be nearly flat; is yours?
hint: Alpha is a slope: a factor, not a shift.
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    z = np.asarray(z)
    return np.where(z > 0, z, z + alpha)
