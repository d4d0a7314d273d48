"""The lowest validation score wins, as if scores were losses.

fails: choose_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: Is 0.9 a better score than 0.7 in the text of this exercise?
hint: For a loss less is better; these are scores.
hint: Look for the other end of the list: the highest score.
"""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    scores = -np.asarray(validation_scores)
    return np.max(np.asarray(values)[scores == np.max(scores)])
