"""The textbook sigmoid: NumPy warns of an overflow, yet 1/(1 + inf) is 0."""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X = np.array(X)
    print("shape of X:", X.shape)
    p = 1 / (1 + np.exp(-(X @ np.array(w) + b)))
    errors = (p - np.array(y)).reshape(-1, 1)
    dw = X.T @ errors / X.shape[0]
    return dw.ravel(), float(errors.sum() / X.shape[0])
