"""The negative entries of the caller's own array are scaled.

fails: leaky_relu
points: 1.5
section: Commonly used activation functions
hint: Print z before and after the call. Is it the same?
hint: Writing into z writes into the array of whoever called you.
hint: Make a copy first, or build a new array.
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    z = np.asarray(z)
    z[z < 0] = alpha * z[z < 0]
    return z
