"""Chosen entry by entry."""

import numpy as np


def relu_slope(z):
    return np.where(np.asarray(z) > 0, 1, 0)
