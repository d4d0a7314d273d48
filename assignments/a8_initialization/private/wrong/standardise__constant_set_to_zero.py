"""A constant feature becomes 0 in the test set too, whatever the test value is.

fails: standardise
points: 2
section: Data Preprocessing
hint: A feature is 7 in all of training and 9 in a test row. What should remain of the 9?
hint: Your function treats a test row of 7 and one of 9 alike.
hint: Divide such a feature by 1: the test value keeps its distance from the training mean.
"""

import numpy as np


def standardise(train, test):
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    scale = np.where(std == 0, np.inf, std)
    return (train - mean) / scale, (test - mean) / scale
