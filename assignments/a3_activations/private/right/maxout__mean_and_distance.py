"""Other algebra: the larger of two is their mean plus half of their distance. It warns."""

import warnings

import numpy as np


def maxout(X, W1, b1, W2, b2):
    warnings.warn("maxout is rarely used today", stacklevel=2)
    first = np.dot(X, np.transpose(W1)) + np.asarray(b1)
    second = np.dot(X, np.transpose(W2)) + np.asarray(b2)
    return (first + second + np.abs(first - second)) / 2
