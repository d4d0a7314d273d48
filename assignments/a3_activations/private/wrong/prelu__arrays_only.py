"""z is assumed to be an array, so plain lists raise an error.

fails: prelu
points: 1.5
section: Commonly used activation functions
hint: Try your function with lists and read the error.
hint: A list can't be compared with a number; an array can.
hint: Turn z and alpha into arrays first; NumPy has a function for that.
"""

import numpy as np


def prelu(z, alpha):
    return np.where(z > 0, z, alpha * z)
