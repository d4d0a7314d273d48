"""The activation is applied to the weights, but it belongs to the sum.

fails: as_maxout
points: 0.5
section: Commonly used activation functions
hint: Try a weight of -2 and an input of -1. What is the sum, and what comes out?
hint: A negative weight with a negative input gives a positive sum.
hint: The pieces are straight lines: no entry of W is cut off.
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    W, b = np.asarray(W), np.asarray(b)
    left = 0.0 if activation == "relu" else alpha
    return np.where(W > 0, W, left * W), np.where(b > 0, b, left * b), left * W, left * b
