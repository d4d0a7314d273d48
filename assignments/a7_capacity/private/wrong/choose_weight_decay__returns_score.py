"""The best score comes back, not the strength that reached it.

fails: choose_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: Is your answer one of the numbers in values?
hint: You found how good the best net is. The question was which strength it has.
hint: Keep the value together with its score while you search.
"""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    return np.max(validation_scores)
