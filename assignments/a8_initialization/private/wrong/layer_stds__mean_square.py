"""The root of the mean square is taken, so a constant signal has a spread.

fails: layer_stds
points: 0
section: Weight Initialization
hint: Which spread has a layer whose units all put out 5?
hint: ReLU's activations have a mean above 0, which your measure counts in.
hint: Spread is distance from the mean; subtract the mean first, or use NumPy's function for it.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = []
    for W in Ws:
        A = activation(A @ np.asarray(W, dtype=float).T)
        stds.append(np.sqrt(np.mean(A**2)))
    return stds
