"""The result is transposed: units stand in the rows, samples in the columns.

fails: maxout
points: 0
section: Commonly used activation functions
hint: Which shape does your result have for 4 samples and 2 units?
hint: The numbers are right, but (2, 4) is not (4, 2).
hint: In this course a sample stays a row from the first layer to the last.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    return np.maximum(X @ np.transpose(W1) + b1, X @ np.transpose(W2) + b2).T
