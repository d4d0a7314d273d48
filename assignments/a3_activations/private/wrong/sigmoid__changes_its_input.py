"""z is changed in place, so the caller's array holds other numbers afterwards.

fails: sigmoid
points: 0.5
section: Commonly used activation functions
hint: Print z before and after the call. Is it the same?
hint: An operator such as *= writes into the array that the caller gave you.
hint: Compute the negative in a new array and leave z alone.
"""

import numpy as np


def sigmoid(z):
    if not isinstance(z, np.ndarray):
        z = np.array(z)
    z *= -1
    return 1 / (1 + np.exp(z))
