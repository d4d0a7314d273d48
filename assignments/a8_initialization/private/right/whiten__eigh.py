"""The four steps of the text."""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.array(X, dtype=float)
    Xc = X - X.mean(axis=0)
    C = Xc.T @ Xc / (X.shape[0] - 1)
    lam, V = np.linalg.eigh(C)
    return (Xc @ V) / np.sqrt(lam + eps)
