"""einsum and tanh in float32; the numbers are floats."""

import numpy as np


def predict(X, w, b, threshold=0.5):
    X, w = np.array(X, dtype=np.float32), np.array(w, dtype=np.float32)
    p = (1 + np.tanh((np.einsum("ij,j->i", X, w) + np.float32(b)) / 2)) / 2
    return np.heaviside(p - np.float32(threshold), np.float32(0))
