"""Of equal test accuracies the last one wins, but the text asks for the first.

fails: overfit_gap
points: 2
section: Setting number of layers and their sizes
hint: Two sizes share the best test accuracy. Which one do you return?
hint: With >= in a loop, or with a reversed list, a later equal replaces an earlier one.
hint: Of two equals the smaller net is enough, and it comes first.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    test = np.asarray(test_accuracy)
    return gap, len(test) - 1 - np.argmax(test[::-1])
