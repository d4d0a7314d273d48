"""The slope is measured with a step of 2 to both sides, which is far too wide.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at 0? It should be a quarter.
hint: Between z - 2 and z + 2 the curve is no straight line.
hint: Take a far smaller step, or the formula of the text.
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def sigmoid_slope(z):
    z = np.asarray(z, dtype=float)
    return (sigmoid(z + 2) - sigmoid(z - 2)) / 4
