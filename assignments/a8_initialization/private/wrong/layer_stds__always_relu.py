"""ReLU is applied whatever activation was handed over.

fails: layer_stds
points: 1
section: Weight Initialization
hint: Where does `activation` occur in your code?
hint: Your numbers are the same for ReLU and for tanh.
hint: The third argument is a function: call it.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = []
    for W in Ws:
        A = np.maximum(0, A @ np.asarray(W, dtype=float).T)
        stds.append(A.std())
    return stds
