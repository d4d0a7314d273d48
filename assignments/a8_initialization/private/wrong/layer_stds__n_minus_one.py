"""The sum of squares is divided by one less than the number of entries.

fails: layer_stds
points: 0
section: Weight Initialization
hint: By which number does np.std divide if you don't tell it anything?
hint: All your numbers are a little too large, most of all for small layers.
hint: Here the spread divides by the number of entries itself.
"""

import numpy as np


def layer_stds(X, Ws, activation):
    A = np.asarray(X, dtype=float)
    stds = []
    for W in Ws:
        A = activation(A @ np.asarray(W, dtype=float).T)
        stds.append(A.std(ddof=1))
    return stds
