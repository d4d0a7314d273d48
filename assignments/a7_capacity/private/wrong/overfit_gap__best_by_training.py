"""The best size is chosen by the training accuracy, which rewards learning by heart.

fails: overfit_gap
points: 2
section: Setting number of layers and their sizes
hint: Would the net that knows every training label by heart always win by your code?
hint: We want to be right on points that were never learnt from.
hint: Two accuracies are handed over: look at the other one for the best size.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    return gap, np.argmax(train_accuracy)
