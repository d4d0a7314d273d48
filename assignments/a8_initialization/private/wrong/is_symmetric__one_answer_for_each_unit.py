"""There is one answer for each unit, where one for the layer was asked.

fails: is_symmetric
points: 0
section: Weight Initialization
hint: How many answers should a layer of four units give?
hint: Your result is an array of True and False.
hint: Boil them down to a single one: all of them must be True.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    return np.all(abs(W - W[0]) <= 1e-9, axis=1) & (abs(b - b[0]) <= 1e-9)
