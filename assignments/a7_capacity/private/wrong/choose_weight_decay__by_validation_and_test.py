"""The mean of validation and test score decides, so the test set has a part in the choice.

fails: choose_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: Does your answer change if only a test score changes?
hint: Even half a look at the test set spoils it as a test.
hint: One list alone decides.
"""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    scores = (np.asarray(validation_scores) + np.asarray(test_scores)) * 0.5
    return np.max(np.asarray(values)[scores == np.max(scores)])
