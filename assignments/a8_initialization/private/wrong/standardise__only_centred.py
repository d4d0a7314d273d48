"""The mean is subtracted, but nothing is divided by the spread.

fails: standardise
points: 0
section: Data Preprocessing
hint: Take np.std of each column of your training result. Is it 1?
hint: The formula has a numerator and a denominator.
hint: After the subtraction each feature is divided by its spread.
"""

import numpy as np


def standardise(train, test):
    mean = np.mean(train, axis=0)
    return np.asarray(train) - mean, np.asarray(test) - mean
