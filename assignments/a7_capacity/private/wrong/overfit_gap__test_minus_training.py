"""The gap is test minus training accuracy, so every gap has the wrong sign.

fails: overfit_gap
points: 1
section: Setting number of layers and their sizes
hint: A net with 0.9 in training and 0.7 in the test: is your gap above zero?
hint: Read which accuracy stands first in the definition.
hint: Exchange the two sides of the minus sign.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    return -gap, np.argmax(test_accuracy)
