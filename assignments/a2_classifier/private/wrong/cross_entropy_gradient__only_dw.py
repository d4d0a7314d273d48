"""Only the slopes of the weights come back, without the one for the bias.

fails: cross_entropy_gradient
points: 1
section: Single neuron as a linear classifier
hint: How many things does the exercise ask for?
hint: The caller writes dw, db = ... and needs two parts.
hint: Return a pair: the slopes for the weights, then the slope for the bias.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return X.T @ (p - y) / len(y)
