"""z is assumed to be an array, so plain lists raise an error.

fails: leaky_relu_slope
points: 0.5
section: Commonly used activation functions
hint: Try leaky_relu_slope([-1, 2]) and read the error.
hint: A list can't be compared with a number; an array can.
hint: Turn z into an array first; NumPy has a function for that which leaves arrays as they are.
"""

import numpy as np


def leaky_relu_slope(z, alpha=0.01):
    return np.where(z > 0, 1.0, alpha)
