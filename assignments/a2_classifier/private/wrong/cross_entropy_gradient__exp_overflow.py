"""The exponential of a large score overflows, and infinity over infinity is nan.

fails: cross_entropy_gradient
points: 2.5
section: Commonly used activation functions
hint: What does your function give for a score of 800?
hint: np.exp(800) is inf, and inf divided by inf is nan.
hint: Write sigma so that exp is only ever taken of a number that is not positive.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(z) / (1 + np.exp(z))
    return X.T @ (p - y) / len(y), (p - y).mean()
