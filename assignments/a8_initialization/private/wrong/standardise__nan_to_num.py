"""np.nan_to_num hides the 0 / 0 of training, but makes test values enormous.

fails: standardise
points: 2
section: Data Preprocessing
hint: A feature is 7 in all of training and 9 in a test row. What do you return for the 9?
hint: 2 / 0 is infinite, and np.nan_to_num turns that into the largest float there is.
hint: Repair the divisor and not the result: where the spread is 0, divide by 1.
"""

import numpy as np


def standardise(train, test):
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    return np.nan_to_num((train - mean) / std), np.nan_to_num((test - mean) / std)
