"""The 2 inside is missing: the sigmoid gets z, so the curve is half as steep.

fails: tanh_from_sigmoid
points: 0
section: Commonly used activation functions
hint: Compare your slope at 0 with that of np.tanh.
hint: At ln 2 you get one third, where 0.6 is due.
hint: The formula has two 2s. One stretches the output. What does the other one do?
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def tanh_from_sigmoid(z):
    return 2 * sigmoid(np.asarray(z, dtype=float)) - 1
