"""Through error rates: the test error minus the training error."""

import numpy as np


def overfit_gap(train_accuracy, test_accuracy):
    train_error = 1.0 - np.asarray(train_accuracy, dtype=float)
    test_error = 1.0 - np.asarray(test_accuracy, dtype=float)
    ranking = np.argsort(test_error, kind="stable")
    return test_error - train_error, int(ranking[0])
