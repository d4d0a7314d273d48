"""One mean and one spread serve all features together.

fails: standardise
points: 0
section: Data Preprocessing
hint: How many means does a training set with 64 features have?
hint: Without an axis, NumPy averages over rows and columns alike.
hint: Average over the rows only, so that one number for each column is left.
"""

import numpy as np


def standardise(train, test):
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    mean, std = train.mean(), train.std() or 1
    return (train - mean) / std, (test - mean) / std
