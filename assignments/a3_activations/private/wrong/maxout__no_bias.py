"""The biases are left out of both sums.

fails: maxout
points: 1.5
section: Commonly used activation functions
hint: With X all zeros, what comes out? Only the biases are left then.
hint: Two of the five arguments never occur in your code.
hint: Each sum ends with the addition of its own bias.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    return np.maximum(X @ np.transpose(W1), X @ np.transpose(W2))
