"""The spread is measured on the sums, before the activation.

fails: layer_stds
points: 1
section: Weight Initialization
hint: Which numbers does the next layer receive?
hint: For ReLU you also count sums that it sets to 0.
hint: Apply the activation first, then measure.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = []
    for W in Ws:
        Z = A @ np.asarray(W, dtype=float).T
        stds.append(Z.std())
        A = activation(Z)
    return stds
