"""The strength is chosen by the test score, so no unused points are left for a test.

fails: choose_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: After your choice, which points are left that had no part in it?
hint: Whoever chooses by the test set reports the luck of the choice as well.
hint: Notebook 07 keeps a third set for choosing. What is its name?
"""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    scores = np.asarray(test_scores)
    return np.max(np.asarray(values)[scores == np.max(scores)])
