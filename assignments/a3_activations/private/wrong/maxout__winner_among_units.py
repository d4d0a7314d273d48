"""The max runs over the units of a layer, so one number a sample is left.

fails: maxout
points: 0
section: Commonly used activation functions
hint: Which shape does your result have? It should be (n_samples, n_out).
hint: The two sums of one unit compete, not the units of a layer.
hint: Compare the two arrays of sums entry by entry.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    sums = np.hstack([X @ np.transpose(W1) + b1, X @ np.transpose(W2) + b2])
    return sums.max(axis=1)
