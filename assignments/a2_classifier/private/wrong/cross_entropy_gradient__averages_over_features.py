"""The average runs along each row, so dw has a number for each sample and not for each weight.

fails: cross_entropy_gradient
points: 1
section: Single neuron as a linear classifier
hint: Print the shape of your dw for 6 samples with 3 features.
hint: The axis that you name is the one that disappears; yours removes the features.
hint: The samples are the rows, and these must go: that is the first axis.
"""

import numpy as np


def sigma(z):
    a = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + a), a / (1 + a))


def cross_entropy_gradient(X, y, w, b):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    errors = sigma(X @ w + b) - y
    return np.mean(errors[:, np.newaxis] * X, axis=1), np.mean(errors)
