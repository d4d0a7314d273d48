"""The second factor is the sigmoid of 1 - z, where it should be 1 minus the sigmoid.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at 0? It should be a quarter.
hint: Is your slope the same at 2 and at -2? The curve looks the same there.
hint: Take the output first; the 1 - stands in front of it and not inside.
"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    a = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + a), a / (1 + a))


def sigmoid_slope(z):
    z = np.asarray(z, dtype=float)
    return sigmoid(z) * sigmoid(1 - z)
