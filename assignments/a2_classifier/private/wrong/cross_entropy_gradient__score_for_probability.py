"""The label is subtracted from the score itself; the sigmoid is missing.

fails: cross_entropy_gradient
points: 0
section: Single neuron as a linear classifier
hint: What is your error for a score of 800 and label 1?
hint: A neuron that is sure and right should hardly have an error.
hint: The p in the formula is a probability, and the score becomes one by sigma.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    return X.T @ (z - y) / len(y), (z - y).mean()
