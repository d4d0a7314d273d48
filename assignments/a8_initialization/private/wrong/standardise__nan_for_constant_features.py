"""A constant feature is divided by its spread of 0, which gives nan.

fails: standardise
points: 2
section: Data Preprocessing
hint: Which spread has a pixel that is white in all training pictures?
hint: Look for nan in your result: 0 / 0 is not a number.
hint: Replace each spread of 0 by 1 before you divide.
"""

import numpy as np


def standardise(train, test):
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / std, (test - mean) / std
