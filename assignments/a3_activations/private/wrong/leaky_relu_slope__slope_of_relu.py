"""The slope on the left is 0, as for plain ReLU.

fails: leaky_relu_slope
points: 0
section: Commonly used activation functions
hint: What does your function give for -3?
hint: Leaky ReLU is not level to the left of 0.
hint: The left side has a slope of its own, and it is an argument.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
