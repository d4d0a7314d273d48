"""The gaps of all sizes are averaged into one number.

fails: overfit_gap
points: 1
section: Setting number of layers and their sizes
hint: How many gaps do you return for three sizes?
hint: The mean hides which size overfits.
hint: Return the gaps as they are, one for each size.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    return np.mean(gap), np.argmax(test_accuracy)
