"""float32 gaps in a list of two, and list.index."""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    test = list(test_accuracy)
    gap = np.float32(train_accuracy) - np.float32(test)
    return [gap, test.index(max(test))]
