"""The labels 0 and 1 are used where -1 and +1 belong, so every sample of class 0 costs 1.

fails: hinge_loss
points: 0
section: Single neuron as a linear classifier
hint: What does a score of -5 cost, if the label is 0?
hint: A label of 0 wipes out its score.
hint: The formula has t in it, which is 2y - 1.
"""

import numpy as np


def hinge_loss(scores, y):
    return np.mean(np.maximum(0, 1 - np.asarray(y) * np.asarray(scores)))
