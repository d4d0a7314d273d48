"""Other algebra: sigma(z) = (1 + tanh(z/2)) / 2."""

import numpy as np


def sigmoid(z):
    return (1 + np.tanh(np.divide(z, 2))) / 2
