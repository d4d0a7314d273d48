"""The last layer has no activation, as in a classifier; here all layers have one.

fails: layer_stds
points: 1
section: Weight Initialization
hint: Which layers apply the activation in this exercise?
hint: For a single layer your function never calls `activation`.
hint: Here the output is no score: the last layer is treated like all others.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = []
    for k, W in enumerate(Ws, start=1):
        Z = A @ np.asarray(W, dtype=float).T
        A = activation(Z) if k < len(Ws) else Z
        stds.append(A.std())
    return stds
