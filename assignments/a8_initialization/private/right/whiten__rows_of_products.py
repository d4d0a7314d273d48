"""Scales the columns of V and uses einsum."""

import numpy as np


def whiten(X, eps=1e-5):
    X = np.asarray(X, dtype=float)
    Xc = X - np.einsum("nd->d", X) / len(X)
    lam, V = np.linalg.eigh(np.einsum("ni,nj->ij", Xc, Xc) / (len(X) - 1))
    return np.einsum("ni,ij->nj", Xc, V * (lam + eps) ** -0.5)
