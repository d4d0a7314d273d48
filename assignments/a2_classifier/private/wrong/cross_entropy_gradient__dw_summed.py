"""db is averaged over the samples, but dw is only added up.

fails: cross_entropy_gradient
points: 1.5
section: Single neuron as a linear classifier
hint: Hand in every sample twice. Which of your two slopes stays as it was?
hint: With n samples your dw is n times too large, and your db is right.
hint: A matrix product adds over the samples; the division by their number is still to come.
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
    return X.T @ errors, np.mean(errors)
