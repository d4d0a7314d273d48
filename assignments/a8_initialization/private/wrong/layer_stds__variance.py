"""The variance is returned, and not its root.

fails: layer_stds
points: 0
section: Weight Initialization
hint: The activations 2 and 6 have spread 2. What do you return?
hint: Your numbers are the squares of the right ones.
hint: The spread is the root of the variance.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = []
    for W in Ws:
        A = activation(A @ np.asarray(W, dtype=float).T)
        stds.append(A.var())
    return stds
