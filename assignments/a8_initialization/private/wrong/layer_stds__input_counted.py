"""The spread of the input is returned as well, as if it were a layer.

fails: layer_stds
points: 0
section: Weight Initialization
hint: How many numbers do you return for one weight matrix?
hint: Your list is one entry too long.
hint: The input is no layer: measure only what comes out of a matrix and an activation.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = [A.std()]
    for W in Ws:
        A = activation(A @ np.asarray(W, dtype=float).T)
        stds.append(A.std())
    return stds
