"""z is assumed to be an array, so plain lists raise an error.

fails: sigmoid
points: 0.5
section: Commonly used activation functions
hint: Try sigmoid([1, 2]) and read the error.
hint: A list has no minus sign; only numbers and arrays have.
hint: Turn z into an array first; NumPy has a function for that which leaves arrays as they are.
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
