"""The formula of the text, with a stable sigmoid."""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def tanh_from_sigmoid(z):
    return 2 * sigmoid(2 * np.asarray(z, dtype=float)) - 1
