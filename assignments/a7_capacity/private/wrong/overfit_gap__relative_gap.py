"""The gap is divided by the training accuracy, so it is a share and not a difference.

fails: overfit_gap
points: 1
section: Setting number of layers and their sizes
hint: What is the gap for 0.8 in training and 0.6 in the test?
hint: The text defines the gap as one number minus another.
hint: Nothing is divided here.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    return gap / np.maximum(train_accuracy, 1e-9), np.argmax(test_accuracy)
