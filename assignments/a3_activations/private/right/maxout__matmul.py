"""Two matrix products and NumPy's maximum."""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    return np.maximum(X @ np.transpose(W1) + b1, X @ np.transpose(W2) + b2)
