"""The smaller of the two sums comes out instead of the larger.

fails: maxout
points: 0
section: Commonly used activation functions
hint: Does your curve bend upwards or downwards?
hint: Work the first example by hand: which of its two sums should come out?
hint: There are two functions that compare entry by entry, and you want the other one.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    return np.minimum(X @ np.transpose(W1) + b1, X @ np.transpose(W2) + b2)
