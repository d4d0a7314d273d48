"""Each sample is standardised by the mean and spread of its own features.

fails: standardise
points: 0
section: Data Preprocessing
hint: Is a mean of height and weight of one person a sensible number?
hint: Your means come one for each row, but a feature is a column.
hint: Rows are samples: average down the rows, for each column apart.
"""

import numpy as np


def by_row(rows):
    rows = np.asarray(rows, dtype=float)
    std = rows.std(axis=1, keepdims=True)
    return (rows - rows.mean(axis=1, keepdims=True)) / np.where(std == 0, 1, std)


def standardise(train, test):
    return by_row(train), by_row(test)
