"""The test rows help to compute mean and spread: a leak.

fails: standardise
points: 0
section: Data Preprocessing
hint: Change one test row. Does your first result change?
hint: The test set plays data that nobody has seen, so it must not give any number.
hint: Take mean and spread from the rows of `train` alone, then use them for both sets.
"""

import numpy as np


def standardise(train, test):
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    both = np.vstack([train, test])
    mean, std = both.mean(axis=0), both.std(axis=0)
    std[std == 0] = 1
    return (train - mean) / std, (test - mean) / std
