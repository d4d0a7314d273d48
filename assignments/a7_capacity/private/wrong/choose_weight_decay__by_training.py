"""The strength is chosen by the training score, so nearly always the weakest one wins.

fails: choose_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: Which net gives back its own training labels best: a braked one, or a free one?
hint: A score on points that a net has learnt from says nothing about new points.
hint: Choose by points that were not learnt from, and are not the final test either.
"""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    scores = np.asarray(train_scores)
    return np.max(np.asarray(values)[scores == np.max(scores)])
