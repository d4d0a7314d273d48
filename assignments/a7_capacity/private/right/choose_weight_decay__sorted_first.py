"""From the largest value down, so that argmax meets the right one first."""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    downwards = np.argsort(values)[::-1]
    scores = np.array(validation_scores)[downwards]
    return np.array(values)[downwards][scores.argmax()]
