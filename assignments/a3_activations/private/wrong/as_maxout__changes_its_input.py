"""W and b are scaled in place, so the caller's layer is changed and the right piece is lost.

fails: as_maxout
points: 1.5
section: Commonly used activation functions
hint: Print W before and after the call. Is it the same?
hint: An operator such as *= writes into the array that the caller gave you.
hint: Compute the left piece in a new array.
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    W, b = np.asarray(W), np.asarray(b)
    right = W.copy(), b.copy()
    W *= 0.0 if activation == "relu" else alpha
    b *= 0.0 if activation == "relu" else alpha
    return W, b, *right
