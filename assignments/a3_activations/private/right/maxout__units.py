"""One unit after the other, each a column."""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    columns = []
    for w1, c1, w2, c2 in zip(W1, b1, W2, b2):
        columns.append(np.maximum(np.dot(X, w1) + c1, np.dot(X, w2) + c2))
    return np.stack(columns, axis=1)
