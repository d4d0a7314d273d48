"""Other algebra: sigma(z) = (1 + tanh(z/2)) / 2, and tanh never overflows."""

import numpy as np


def neuron(x, w, b):
    return 0.5 * (1 + np.tanh((np.dot(x, w) + b) / 2))
