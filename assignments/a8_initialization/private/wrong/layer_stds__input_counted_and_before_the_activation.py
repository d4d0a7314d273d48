"""The input is measured as well, and each layer is measured before its activation.

fails: layer_stds
points: 0
section: Weight Initialization
hint: How many numbers do you return for one weight matrix? Are they those of the sums?
hint: Your list is one entry too long, and ReLU's zeros are not in it yet.
hint: Measure inside the loop only, after the activation.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    signal = np.asarray(X, dtype=float)
    spreads = [np.std(signal)]
    for W in Ws:
        sums = signal @ np.asarray(W, dtype=float).T
        spreads.append(np.std(sums))
        signal = activation(sums)
    return spreads
