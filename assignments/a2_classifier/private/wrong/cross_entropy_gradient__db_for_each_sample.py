"""db holds the error of every sample, instead of their mean.

fails: cross_entropy_gradient
points: 1
section: Single neuron as a linear classifier
hint: How many biases does one neuron have?
hint: Each sample has an error of its own, and the slope of the bias averages them all.
hint: db must be one number: the inputs of the bias are ones, and you average as for dw.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return X.T @ (p - y) / len(y), p - y
