"""One exponential, and only ever of a number that is not positive."""

import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    small = np.exp(-np.abs(z))
    return np.where(z < 0, small, 1) / (1 + small)
