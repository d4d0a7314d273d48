"""The covariance is divided by n, where the text asks for n - 1.

fails: whiten
points: 0
section: Data Preprocessing
hint: All your results are a little too large, most of all for few rows.
hint: Compare your covariance with np.cov(X.T).
hint: By which number does step 2 divide? It is not the number of rows.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / len(X)
    lam, V = np.linalg.eigh(C)
    return Xc @ V / np.sqrt(lam + eps)
