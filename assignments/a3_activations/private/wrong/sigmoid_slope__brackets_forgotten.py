"""Without brackets the output is multiplied by 1 and then taken away: the slope is 0 everywhere.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: Print a few of your slopes. What do they have in common?
hint: Python multiplies before it subtracts.
hint: The second factor is the whole of 1 minus the output: put it in brackets.
"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=float)
    a = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + a), a / (1 + a))


def sigmoid_slope(z):
    s = sigmoid(z)
    return s * 1 - s
