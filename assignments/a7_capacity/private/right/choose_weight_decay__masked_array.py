"""Losing values become minus infinity; the answer is an array of shape ()."""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    scores = np.asarray(validation_scores, dtype=float)
    left = np.where(scores < scores.max(), -np.inf, values)
    return np.array(left.max())
