"""The size with the smallest gap is called best, however poor its test accuracy is.

fails: overfit_gap
points: 1
section: Setting number of layers and their sizes
hint: A net that guesses has a gap near 0. Would it win by your code?
hint: A small gap says that two accuracies agree, not that they are high.
hint: The best size is the one with the highest accuracy on new points.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    return gap, np.argmin(gap)
