"""The place of the best strength comes back, not the strength itself.

fails: choose_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: Is your answer one of the numbers in values?
hint: np.argmax gives a place in a list.
hint: Use the place to look the value up.
"""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    scores, values = np.asarray(validation_scores), np.asarray(values)
    winners = np.flatnonzero(scores == scores.max())
    return winners[np.argmax(values[winners])]
