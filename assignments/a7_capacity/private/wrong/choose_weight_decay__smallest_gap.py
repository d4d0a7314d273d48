"""The net with the smallest gap between training and validation wins, however poor it is.

fails: choose_weight_decay
points: 0
section: Setting number of layers and their sizes
hint: A net that always says one class has a gap near 0. Would you want it?
hint: A small gap says that two scores agree, not that they are good.
hint: We want to be right on new points: which score stands for that during the choice?
"""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    scores = -np.abs(np.asarray(train_scores) - np.asarray(validation_scores))
    return np.max(np.asarray(values)[scores == np.max(scores)])
