"""The index counts from 1, but places in Python count from 0.

fails: overfit_gap
points: 1
section: Setting number of layers and their sizes
hint: Look your answer up: is test_accuracy[best] the largest number?
hint: The first size has the index 0.
hint: Return the place just as Python counts it.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    return gap, np.argmax(test_accuracy) + 1
