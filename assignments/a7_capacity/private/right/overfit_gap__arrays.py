"""Arrays and argmax; a NumPy integer comes back."""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    train, test = np.array(train_accuracy), np.array(test_accuracy)
    return train - test, test.argmax()
