"""The sigmoid is taken twice: the slope is that at sigma(z) and not at z.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at 0? It should be a quarter.
hint: Count how often z goes through the sigmoid before the formula is used.
hint: Whoever hands over z has not computed the output yet; you do it, once.
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


def sigmoid_slope(z):
    a = sigmoid(sigmoid(z))
    return a * (1 - a)
