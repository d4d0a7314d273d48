"""Two masks fill a new array, each with the form that is safe on its side."""

import numpy as np


def sigmoid(z):
    z = np.array(z, dtype=float)
    a = np.empty(z.shape)
    left = z < 0
    a[left] = np.exp(z[left]) / (1 + np.exp(z[left]))
    a[~left] = 1 / (1 + np.exp(-z[~left]))
    return a
