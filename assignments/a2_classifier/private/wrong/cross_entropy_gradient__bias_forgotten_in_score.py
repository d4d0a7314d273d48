"""The bias is missing in the score, so the errors belong to another neuron.

fails: cross_entropy_gradient
points: 0
section: Single neuron as a linear classifier
hint: Does b occur in your function?
hint: A change of b alone must change the errors, and with them both slopes.
hint: The score of a sample is the weighted sum of its features, and one thing more.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float)
    p = np.exp(-np.logaddexp(0, -z))
    return X.T @ (p - y) / len(y), (p - y).mean()
