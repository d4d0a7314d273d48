"""The spread is computed for each unit over the samples, and then averaged.

fails: layer_stds
points: 0
section: Weight Initialization
hint: Which spread does your function find for a single sample?
hint: You left out that the units differ from each other.
hint: Take one standard deviation of the whole array, over samples and units together.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = []
    for W in Ws:
        A = activation(A @ np.asarray(W, dtype=float).T)
        stds.append(A.std(axis=0).mean())
    return stds
