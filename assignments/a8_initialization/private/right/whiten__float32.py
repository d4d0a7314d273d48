"""All in float32, the largest direction first, with the signs turned about."""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=np.float32)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / np.float32(len(X) - 1)
    lam, V = np.linalg.eigh(C)
    return (-(Xc @ V) / np.sqrt(np.maximum(lam, 0) + np.float32(eps)))[:, ::-1]
