"""Only the bias of the left piece is scaled, and its weights are left as they were.

fails: as_maxout
points: 0.5
section: Commonly used activation functions
hint: Draw the two lines for W = [[2]] and b = [0]. How many do you see?
hint: To the left of 0 the output is a multiple of the whole sum.
hint: Both parts of the left piece get the same factor.
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    left = 0.0 if activation == "relu" else alpha
    return np.asarray(W), left * np.asarray(b), np.asarray(W), np.asarray(b)
