"""A list was doubled before it became an array, so it holds everything twice.

fails: tanh_from_sigmoid
points: 0.5
section: Commonly used activation functions
hint: Try a list of two numbers. How many results come back?
hint: For Python, two times a list is the list followed by itself.
hint: Turn z into an array first, then double it.
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))


def tanh_from_sigmoid(z):
    return 2 * sigmoid(2 * z) - 1
