"""Of equal scores the smaller value wins, but the text asks for the larger.

fails: choose_weight_decay
points: 2
section: Setting number of layers and their sizes
hint: Work the second example by hand: which two values share the best score?
hint: Of two equals we take the one with the simpler net, the more strongly braked.
hint: Which value brakes more strongly? Read the sentence about shared scores again.
"""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    scores = np.asarray(validation_scores)
    return np.min(np.asarray(values)[scores == np.max(scores)])
