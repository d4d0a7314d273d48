"""W is compared with its transpose: that is a symmetric matrix, not a symmetric layer.

fails: is_symmetric
points: 0
section: Weight Initialization
hint: What is to be alike in this exercise: W and its mirror image, or the units?
hint: A matrix that is not square is never symmetric in your sense.
hint: Forget the transpose; compare the rows of W with each other.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    alike = W.shape[0] == W.shape[1] and np.all(abs(W - W.T) <= 1e-9)
    return bool(alike and np.all(abs(b - b[0]) <= 1e-9))
