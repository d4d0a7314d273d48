"""NumPy's step function, 0 at 0."""

import numpy as np


def relu_slope(z):
    return np.heaviside(z, 0)
