"""Weights in the shapes of layers, (H, 1) and (1, H), in float32."""

import numpy as np


def relu_interpolant(f, knots):
    x = np.asarray(knots, dtype=np.float32)
    y = np.asarray(f(x), dtype=np.float32)
    slopes = (y[1:] - y[:-1]) / (x[1:] - x[:-1])
    w2 = slopes - np.concatenate([[0], slopes[:-1]])
    H = len(w2)
    return np.ones((H, 1), np.float32), -x[:-1], w2.reshape(1, H).astype(np.float32), y[:1]
