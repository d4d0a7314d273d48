"""The covariance is computed from data that were not centred.

fails: whiten
points: 0
section: Data Preprocessing
hint: Compare your matrix with np.cov(X.T).
hint: Mean squares of the raw data hold the mean as well, which is no variance.
hint: Centre first, then compute all products from the centred data.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = X.T @ X / (len(X) - 1)
    lam, V = np.linalg.eigh(C)
    return Xc @ V / np.sqrt(lam + eps)
