"""The output is divided by z, and at 0 that is 0 divided by 0.

fails: leaky_relu_slope
points: 0.5
section: Commonly used activation functions
hint: What does your function give for 0?
hint: 0 divided by 0 has no value: NumPy gives nan, Python an error.
hint: Only the sign of z counts. No division is needed, just a choice between two numbers.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, alpha * z) / z
