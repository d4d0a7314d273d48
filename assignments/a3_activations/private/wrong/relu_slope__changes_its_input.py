"""The slopes are written into the caller's own array.

fails: relu_slope
points: 0.5
section: Commonly used activation functions
hint: Print z before and after the call. Is it the same?
hint: Writing into z writes into the array of whoever called you.
hint: Build a new array for the slopes.
"""

import numpy as np


def relu_slope(z):
    z = np.asarray(z)
    if z.shape:
        z[z > 0] = 1
        z[z <= 0] = 0
        return z
    return 1 if z > 0 else 0
