"""Other algebra in float32: a quarter of 1 - tanh(z/2) squared."""

import numpy as np


def sigmoid_slope(z):
    return (1 - np.tanh(np.array(z, dtype=np.float32) / 2) ** 2) / 4
