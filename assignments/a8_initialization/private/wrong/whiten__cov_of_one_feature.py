"""np.cov gives a bare number for one feature, and eigh stops there.

fails: whiten
points: 3
section: Data Preprocessing
hint: Try a cloud with a single feature and read the error.
hint: np.cov drops the axes of size 1, but eigh needs a matrix of shape (1, 1).
hint: Bring the result back to two dimensions, or compute the product of step 2 yourself.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = np.cov(X.T)
    lam, V = np.linalg.eigh(C)
    return Xc @ V / np.sqrt(lam + eps)
