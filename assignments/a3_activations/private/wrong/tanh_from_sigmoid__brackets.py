"""The 1 is taken away before the outer doubling, so it is doubled as well.

fails: tanh_from_sigmoid
points: 0
section: Commonly used activation functions
hint: What is your result for 0? It should be 0.
hint: Your results lie between -2 and 0.
hint: In the formula the 2 stands in front of the sigmoid alone; Python needs no brackets for that.
"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    a = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + a), a / (1 + a))


def tanh_from_sigmoid(z):
    return 2 * (sigmoid(2 * np.asarray(z)) - 1)
