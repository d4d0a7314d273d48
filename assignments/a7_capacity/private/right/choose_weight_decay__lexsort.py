"""Sorts by score, and by value among equals; the last one wins."""

import numpy as np


def choose_weight_decay(values, train_scores, validation_scores, test_scores):
    order = np.lexsort((values, validation_scores))
    return float(np.asarray(values)[order[-1]])
