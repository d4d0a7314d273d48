"""np.max takes the second sums for the number of an axis and stops with an error.

fails: maxout
points: 0
section: Commonly used activation functions
hint: Read the TypeError: which argument does NumPy not like?
hint: np.max looks for the largest entry of one array; it does not compare two.
hint: NumPy has a second function whose name begins with max and that compares entry by entry.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    return np.max(X @ np.transpose(W1) + b1, X @ np.transpose(W2) + b2)
