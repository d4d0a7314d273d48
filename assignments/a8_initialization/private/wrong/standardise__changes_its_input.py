"""The sets are changed in place, so the caller's data are lost.

fails: standardise
points: 2
section: Data Preprocessing
hint: Print the training set before and after the call.
hint: An operator such as -= writes into the array that the caller gave you.
hint: Compute the difference and the quotient in new arrays.
"""

import numpy as np


def standardise(train, test):
    if isinstance(train, list):
        train, test = np.array(train, dtype=float), np.array(test, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    std[std == 0] = 1
    train -= mean
    train /= std
    return train, (test - mean) / std
