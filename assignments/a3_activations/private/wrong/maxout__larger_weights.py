"""The larger weights are picked, not the larger sums.

fails: maxout
points: 0
section: Commonly used activation functions
hint: Try X = [[-1]], W1 = [[1]] and W2 = [[2]]. Which sum is larger?
hint: For a negative input the smaller weight gives the larger product.
hint: Compute both sums first; the max comes last.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    return np.asarray(X) @ np.maximum(W1, W2).T + np.maximum(b1, b2)
