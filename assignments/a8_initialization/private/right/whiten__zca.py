"""Turns the round cloud back to the old axes."""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    lam, V = np.linalg.eigh(np.atleast_2d(np.cov(X, rowvar=False)))
    return (X - X.mean(axis=0)) @ V @ np.diag((lam + eps) ** -0.5) @ V.T
