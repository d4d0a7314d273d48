"""The axes are turned, but the new features keep their old variances.

fails: whiten
points: 0
section: Data Preprocessing
hint: What is the variance of each column of your result?
hint: Your features don't correlate any more; the cloud is not round yet.
hint: One step is left: the division by the root of eigenvalue plus eps.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1)
    lam, V = np.linalg.eigh(C)
    return Xc @ V
