"""One list, one loop."""

import numpy as np


def layer_stds(X, Ws, activation):
    stds, A = [], np.array(X, dtype=float)
    for W in Ws:
        A = np.asarray(activation(A @ np.array(W, dtype=float).T))
        stds.append(float(A.std()))
    return stds
