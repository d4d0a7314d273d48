"""No activation is applied at all, so the whole stack is linear.

fails: layer_stds
points: 1
section: Weight Initialization
hint: Where does `activation` occur in your code?
hint: Your numbers are the same for ReLU and for tanh.
hint: Each layer applies the function to its sums before it is measured.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = []
    for W in Ws:
        A = A @ np.asarray(W, dtype=float).T
        stds.append(A.std())
    return stds
