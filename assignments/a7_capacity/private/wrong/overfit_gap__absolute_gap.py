"""The sign of the gap is dropped, so a net that does better on the test looks overfitted.

fails: overfit_gap
points: 2
section: Setting number of layers and their sizes
hint: What is your gap for 0.5 in training and 0.75 in the test?
hint: The text says that a gap may be below zero.
hint: Subtract, and leave the sign as it is.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    return np.abs(gap), np.argmax(test_accuracy)
