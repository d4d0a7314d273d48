"""The output is divided by z, and at 0 that is 0 divided by 0.

fails: relu_slope
points: 0.5
section: Commonly used activation functions
hint: What does your function give for 0?
hint: 0 divided by 0 has no value: NumPy gives nan, Python an error.
hint: Only the sign of z counts. No division is needed, just a choice between two numbers.
"""

import numpy as np


def relu_slope(z):
    z = np.asarray(z, dtype=float)
    return np.maximum(0, z) / z
