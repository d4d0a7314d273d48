"""One mean of all entries is subtracted from all features.

fails: whiten
points: 0
section: Data Preprocessing
hint: How many means does a cloud with three features have?
hint: Without an axis, NumPy averages over rows and columns alike.
hint: Average over the rows only, so that one number for each feature is left.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean()
    C = Xc.T @ Xc / (len(X) - 1)
    lam, V = np.linalg.eigh(C)
    return Xc @ V / np.sqrt(lam + eps)
