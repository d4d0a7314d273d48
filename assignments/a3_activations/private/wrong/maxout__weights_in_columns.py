"""W is used as if each column held the weights of one unit; here each row does.

fails: maxout
points: 0
section: Commonly used activation functions
hint: How many units does a W of shape (2, 3) have?
hint: The shapes fit only if W is square, and then the numbers are wrong.
hint: A row of W meets a row of X: one of the two matrices has to be turned.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    return np.maximum(X @ np.asarray(W1) + b1, X @ np.asarray(W2) + b2)
