"""The slopes are written into an array of whole numbers, and 0.01 becomes 0 there.

fails: leaky_relu_slope
points: 0.5
section: Commonly used activation functions
hint: Try an array of whole numbers such as np.array([-1, 2]).
hint: An array made like z holds what z holds, and here these are whole numbers.
hint: Ask for floats when you make the array of slopes.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    slope = np.ones_like(z)
    slope[np.asarray(z) <= 0] = alpha
    return slope
