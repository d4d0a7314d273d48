"""The features are divided by their variance instead of their standard deviation.

fails: standardise
points: 0
section: Data Preprocessing
hint: Take np.std of each column of your training result. Is it 1?
hint: If a feature is measured in cm, its variance is in square cm.
hint: The spread is the root of the variance.
"""

import numpy as np


def standardise(train, test):
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    mean, var = train.mean(axis=0), train.var(axis=0)
    var[var == 0] = 1
    return (train - mean) / var, (test - mean) / var
