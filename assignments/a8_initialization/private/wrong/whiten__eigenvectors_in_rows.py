"""The eigenvectors are taken from the rows of V, but they are its columns.

fails: whiten
points: 0
section: Data Preprocessing
hint: Compute C @ V[:, 0] and C @ V[0]. Which is a multiple of the vector?
hint: Print np.corrcoef of your turned data: they still correlate.
hint: np.linalg.eigh puts one eigenvector in each column, so no transpose is due in step 3.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1)
    lam, V = np.linalg.eigh(C)
    return Xc @ V.T / np.sqrt(lam + eps)
