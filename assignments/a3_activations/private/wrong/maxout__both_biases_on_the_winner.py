"""Both biases are added to the larger product, but each belongs to its own sum.

fails: maxout
points: 1.5
section: Commonly used activation functions
hint: With X all zeros, do you see the larger bias or the sum of both?
hint: The bias of the losing sum must not come out.
hint: Finish both sums first, each with its own bias, and compare then.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X, dtype=float)
    W1 = np.asarray(W1, dtype=float)
    W2 = np.asarray(W2, dtype=float)
    return np.maximum(X @ W1.T, X @ W2.T) + np.asarray(b1) + np.asarray(b2)
