"""Other algebra: the sign of the output. Output and input are positive together."""

import numpy as np


def relu_slope(z):
    return np.sign(np.maximum(z, 0))
