"""The sigmoid's output is doubled instead of its input: sigma(2z) is not 2 sigma(z).

fails: tanh_from_sigmoid
points: 0
section: Commonly used activation functions
hint: What is your result for 0? It should be 0.
hint: Doubling before and after the sigmoid are two different things.
hint: The inner 2 belongs to z, before the sigmoid is taken.
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def tanh_from_sigmoid(z):
    return 2 * (2 * sigmoid(np.asarray(z, dtype=float))) - 1
