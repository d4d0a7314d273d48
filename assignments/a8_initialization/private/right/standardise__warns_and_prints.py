"""0 / 0 gives nan and a warning first, and is repaired afterwards. It prints, too."""

import warnings

import numpy as np


def standardise(train, test):
    print("training set of shape", np.shape(train))
    warnings.warn("look out for constant features", stacklevel=1)
    mean, std = np.mean(train, axis=0), np.std(train, axis=0)
    moved = [np.subtract(rows, mean) for rows in (train, test)]
    divided = [rows / std for rows in moved]
    return tuple(np.where(std == 0, m, d) for m, d in zip(moved, divided))
