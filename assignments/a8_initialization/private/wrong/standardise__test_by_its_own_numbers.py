"""The test set is standardised by its own mean and spread.

fails: standardise
points: 1
section: Data Preprocessing
hint: What becomes of a test set with a single row?
hint: Your test set always has mean 0, even if it lies far from the training set.
hint: The test set needs the training set's mean and spread, or the network meets another scale.
"""

import numpy as np


def own(rows):
    rows = np.asarray(rows, dtype=float)
    std = rows.std(axis=0)
    return (rows - rows.mean(axis=0)) / np.where(std == 0, 1, std)


def standardise(train, test):
    return own(train), own(test)
