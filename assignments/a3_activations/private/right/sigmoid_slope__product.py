"""sigma(z) sigma(-z), both by a stable sigmoid."""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def sigmoid_slope(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * sigmoid(-z)
