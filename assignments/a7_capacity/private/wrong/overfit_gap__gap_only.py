"""Only the gaps are returned; the index of the best size is missing.

fails: overfit_gap
points: 1
section: Setting number of layers and their sizes
hint: How many parts does the text ask for?
hint: The caller writes gap, best = ... and needs two parts.
hint: Find the index as well, and return both, with a comma between them.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    return np.asarray(train_accuracy) - np.asarray(test_accuracy)
