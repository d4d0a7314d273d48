"""W is used as if each column held the weights of one class; here each row does.

fails: linear_scores
points: 0
section: Quick intro without brain analogies
hint: How many classes does a W of shape (10, 3072) have?
hint: The shapes fit only when W is square, and then the numbers are wrong.
hint: One row of W, one score: no transpose is needed.
"""

import numpy as np


def linear_scores(W, x):
    return np.asarray(W).T @ np.asarray(x)
