"""Only the spread of the last layer is returned.

fails: layer_stds
points: 0
section: Weight Initialization
hint: How many numbers should come back for ten matrices?
hint: You overwrite the spread in each round of the loop.
hint: Collect one number in each round, and return them all.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    for W in Ws:
        A = activation(A @ np.asarray(W, dtype=float).T)
        std = A.std()
    return std
