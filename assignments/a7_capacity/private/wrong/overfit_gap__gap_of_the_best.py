"""Only the gap of the best size is returned, instead of one gap for each size.

fails: overfit_gap
points: 1
section: Setting number of layers and their sizes
hint: How many gaps do you return for three sizes?
hint: The text gives the shape of the gap.
hint: Return all gaps, and the index beside them.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    best = np.argmax(test_accuracy)
    return gap[best], best
