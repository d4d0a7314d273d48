"""The left piece of leaky ReLU has a bias of 0, but it is a multiple of the whole sum.

fails: as_maxout
points: 1.5
section: Commonly used activation functions
hint: At x = 0 only the biases are left. What comes out for b = -1?
hint: Write alpha times (w x + b) without brackets. What stands before b?
hint: Only for plain ReLU is the bias of the left piece 0.
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    left = 0.0 if activation == "relu" else alpha
    return left * np.asarray(W), np.zeros(np.shape(b)), np.asarray(W), np.asarray(b)
