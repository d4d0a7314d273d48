"""The features are scaled by smallest and largest value, to a range from 0 to 1.

fails: standardise
points: 0
section: Data Preprocessing
hint: What is the mean of each column of your training result?
hint: Your results run from 0 to 1; standardised data have mean 0 and are negative in part.
hint: Subtract the mean, not the minimum, and divide by the spread, not the range.
"""

import numpy as np


def standardise(train, test):
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    low, size = train.min(axis=0), np.ptp(train, axis=0)
    size[size == 0] = 1
    return (train - low) / size, (test - low) / size
