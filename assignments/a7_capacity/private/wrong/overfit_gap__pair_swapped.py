"""The index comes first and the gaps second, but the text asks for the gaps first.

fails: overfit_gap
points: 0
section: Setting number of layers and their sizes
hint: What does your function return first?
hint: Read the order in the sentence that says what is returned.
hint: Both parts are there; only their places are exchanged.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    gap = np.subtract(train_accuracy, test_accuracy)
    return np.argmax(test_accuracy), gap
