"""Both sums are cut off at 0, but a maxout unit can be negative.

fails: maxout
points: 1.5
section: Commonly used activation functions
hint: What comes out if both sums are negative?
hint: Maxout needs no ReLU: the comparison of two sums is its whole non-linearity.
hint: Compare the bare sums with each other only.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    first, second = X @ np.transpose(W1) + b1, X @ np.transpose(W2) + b2
    return np.maximum(np.maximum(first, 0), np.maximum(second, 0))
