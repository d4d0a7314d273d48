"""dw is averaged over the samples, but db is only added up.

fails: cross_entropy_gradient
points: 1.5
section: Single neuron as a linear classifier
hint: Hand in every sample twice. Which of your two slopes stays as it was?
hint: With n samples your db is n times too large, and your dw is right.
hint: The loss is a mean over the samples, and so are all its slopes.
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
    return X.T @ errors / len(X), np.sum(errors)
