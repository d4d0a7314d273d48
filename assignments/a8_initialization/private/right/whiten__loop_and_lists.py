"""One direction after the other; a list comes out, and it warns and prints."""

import warnings

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    Xc = np.array([X[:, j] - sum(X[:, j]) / n for j in range(d)]).T
    C = [[sum(Xc[:, i] * Xc[:, j]) / (n - 1) for j in range(d)] for i in range(d)]
    lam, V = np.linalg.eig(np.array(C))
    warnings.warn("eigenvalues come in no order", stacklevel=1)
    print("eigenvalues", lam)
    columns = [Xc @ V[:, j].real / np.sqrt(lam[j].real + eps) for j in range(d)]
    return np.array(columns).T.tolist()
