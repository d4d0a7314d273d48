"""einsum in float32; the sigmoid from tanh."""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y, w = (np.array(part, dtype=np.float32) for part in (X, y, w))
    z = np.einsum("ij,j->i", X, w) + np.float32(b)
    errors = (1 + np.tanh(z / 2)) / 2 - y
    return np.einsum("ij,i->j", X, errors) / len(X), np.mean(errors)
