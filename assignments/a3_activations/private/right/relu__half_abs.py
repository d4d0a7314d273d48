"""Other algebra: the mean of z and its absolute value."""

import numpy as np


def relu(z):
    return (np.abs(z) + np.asarray(z)) / 2
