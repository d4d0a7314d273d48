"""A product with (1, -1); the index from a search; prints and warns."""

import warnings

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    both = np.stack([train_accuracy, test_accuracy])
    gap = np.array([1.0, -1.0]) @ both
    best = np.flatnonzero(both[1] == both[1].max())[0]
    print(gap, best)
    warnings.warn("the gap says little about the best size", stacklevel=2)
    return gap, best
