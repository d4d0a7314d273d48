"""The test accuracy is subtracted in place, so the caller's training accuracies are lost.

fails: overfit_gap
points: 2
section: Setting number of layers and their sizes
hint: Print the training accuracies after your function ran. Are they still there?
hint: An operator such as -= writes into the array that the caller gave you.
hint: Put the gaps in a new array.
"""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    train = np.asarray(train_accuracy)
    train -= np.asarray(test_accuracy)
    return train, np.argmax(test_accuracy)
