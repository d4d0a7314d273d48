"""Pixels beyond the last weight are silently left out, where an error is due.

fails: linear_scores
points: 2
section: Quick intro without brain analogies
hint: What does your function do with more pixels than weights in a row?
hint: A loop over the weights never looks at the pixels that are left over.
hint: Compare the number of columns of W with the number of rows of x, and raise ValueError if they differ.
"""

import numpy as np


def linear_scores(W, x):
    W, x = np.asarray(W), np.asarray(x)
    if len(x) < W.shape[1]:
        raise ValueError("x is too short")
    return W @ x[: W.shape[1]]
