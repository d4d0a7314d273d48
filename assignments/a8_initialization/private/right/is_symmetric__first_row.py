"""Compares all units with the first."""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W), np.asarray(b)
    return np.allclose(W, W[:1]) and np.allclose(b, b[0])
