"""Each feature is divided by its own spread, without turning the axes first.

fails: whiten
points: 0
section: Data Preprocessing
hint: Print np.corrcoef of your result. Are the numbers off the diagonal 0?
hint: Your features have variance 1, but they still hang together.
hint: Turn the data by the eigenvectors before you divide.
"""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (len(X) - 1)
    return Xc / np.sqrt(np.diag(C) + eps)
