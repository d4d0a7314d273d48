"""The left piece first, as in the text."""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    W, b = np.asarray(W), np.asarray(b)
    if activation == "relu":
        return np.zeros_like(W), np.zeros_like(b), W, b
    return W * alpha, b * alpha, W, b
