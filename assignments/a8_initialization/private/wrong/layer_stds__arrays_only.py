"""X and the matrices are assumed to be arrays, so plain lists raise an error.

fails: layer_stds
points: 2
section: Weight Initialization
hint: Try your function on nested lists and read the error.
hint: A list has neither @ nor a transpose; only arrays have.
hint: Turn X and each matrix into an array first; NumPy has a function for that.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = X
    stds = []
    for W in Ws:
        A = activation(A @ W.T)
        stds.append(A.std())
    return stds
