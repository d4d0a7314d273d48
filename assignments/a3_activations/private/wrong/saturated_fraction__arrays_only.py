"""The slopes are assumed to be an array, so plain lists raise an error.

fails: saturated_fraction
points: 1.5
section: Commonly used activation functions
hint: Try a plain list and read the error.
hint: A list can't be compared with a number; an array can.
hint: Turn the slopes into an array first; NumPy has a function for that.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return np.mean(slopes < threshold)
