"""Both sets are assumed to be arrays already, so plain lists raise an error.

fails: standardise
points: 2
section: Data Preprocessing
hint: Try your function on lists of lists and read the error.
hint: A list has no mean and no minus; only arrays have.
hint: Turn both arguments into arrays first; NumPy has a function for that.
"""

import numpy as np


def standardise(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std[std == 0] = 1
    return (train - mean) / std, (test - mean) / std
