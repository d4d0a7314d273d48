"""All in float32."""

import numpy as np


def layer_stds(X, Ws, activation):
    A, stds = np.asarray(X, dtype=np.float32), ()
    for W in Ws:
        A = np.asarray(activation(A @ np.asarray(W, dtype=np.float32).T), dtype=np.float32)
        stds += (np.std(A),)
    return stds
