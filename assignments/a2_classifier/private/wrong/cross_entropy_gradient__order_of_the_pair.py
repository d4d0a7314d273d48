"""The pair comes back the wrong way round: first db, then dw.

fails: cross_entropy_gradient
points: 0
section: Single neuron as a linear classifier
hint: Look at the shapes of the two parts that you return.
hint: The first part should have one number for each weight.
hint: The text names the pair: dw stands first.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return (p - y).mean(), X.T @ (p - y) / len(y)
