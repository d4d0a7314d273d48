"""A tiny number added to the spread avoids nan, but blows up the test set.

fails: standardise
points: 2
section: Data Preprocessing
hint: A feature is 7 in all of training and 9 in a test row. What do you return for the 9?
hint: Divided by 0.00000001, a distance of 2 becomes huge.
hint: Where the spread is 0 the text asks for a division by 1; elsewhere the spread stays as it is.
"""

import numpy as np


def standardise(train, test):
    train, test = np.asarray(train, dtype=float), np.asarray(test, dtype=float)
    mean, std = train.mean(axis=0), train.std(axis=0) + 1e-8
    return (train - mean) / std, (test - mean) / std
