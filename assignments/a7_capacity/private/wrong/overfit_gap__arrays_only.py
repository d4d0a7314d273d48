"""The code subtracts its arguments directly, which stops with an error for lists.

fails: overfit_gap
points: 2
section: Setting number of layers and their sizes
hint: Try it on plain lists: which error do you get?
hint: Lists have no minus sign; arrays have.
hint: np.asarray turns a list into an array.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    return train_accuracy - test_accuracy, np.argmax(test_accuracy)
