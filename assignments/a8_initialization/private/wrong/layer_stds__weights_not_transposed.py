"""The samples are multiplied by W itself, which takes its columns for units.

fails: layer_stds
points: 0
section: Weight Initialization
hint: Which shape has W for 4 units with 3 inputs?
hint: The product fits only if a layer is square, and then it uses the wrong weights.
hint: A row of W belongs to one unit; with samples in rows, W has to be transposed.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = []
    for W in Ws:
        A = activation(A @ np.asarray(W, dtype=float))
        stds.append(A.std())
    return stds
