"""The negative entries of the caller's own array are set to 0.

fails: relu
points: 0.5
section: Commonly used activation functions
hint: Print z before and after the call. Is it the same?
hint: Writing into z writes into the array of whoever called you.
hint: Make a copy first, or build a new array.
"""

import numpy as np


def relu(z):
    z = np.asarray(z)
    z[z < 0] = 0
    return z
