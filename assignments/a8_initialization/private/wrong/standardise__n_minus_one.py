"""The variance is divided by n - 1, where this exercise asks for n.

fails: standardise
points: 0
section: Data Preprocessing
hint: By which number does np.std divide if you don't tell it anything?
hint: All your results are a little too small, most of all for few rows.
hint: Here the spread divides by the number of rows itself.
"""

import numpy as np


def standardise(train, test):
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    n = len(train)
    mean = train.mean(axis=0)
    std = np.sqrt(((train - mean) ** 2).sum(axis=0) / max(n - 1, 1))
    std[std == 0] = 1
    return (train - mean) / std, (test - mean) / std
