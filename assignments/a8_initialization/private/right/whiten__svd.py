"""The singular values of the centred data, from large to small; no covariance at all."""

import numpy as np


def whiten(X, eps=1e-5):
    Xc = np.asarray(X, dtype=float)
    Xc = Xc - Xc.mean(axis=0)
    _, s, Vt = np.linalg.svd(Xc, full_matrices=False)
    return Xc @ Vt.T / np.sqrt(s**2 / (len(Xc) - 1) + eps)
