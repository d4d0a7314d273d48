"""Errors and inputs are averaged apart and multiplied afterwards, but each error belongs to its own row.

fails: cross_entropy_gradient
points: 1.5
section: Single neuron as a linear classifier
hint: Two samples have the errors 1 and -1 and the inputs 5 and 2. What is your dw?
hint: The mean of a product is not the product of the means.
hint: Multiply each row of X by its own error first, then average over the rows.
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
    return np.mean(errors) * X.mean(axis=0), np.mean(errors)
