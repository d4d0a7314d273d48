"""A sure and wrong sample costs infinity, for the probability of its class was rounded to 0.

fails: binary_cross_entropy
points: 3
section: Single neuron as a linear classifier
hint: What does your function give for the score 100 with label 0?
hint: sigma(100) is rounded to 1, so 1 - p is 0 and its logarithm is minus infinity.
hint: Do without the probability: the loss can be computed from t times the score alone.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    p = 1 / (1 + np.exp(-np.asarray(scores, dtype=float)))
    right = np.where(np.asarray(y) == 1, p, 1 - p)
    return np.mean(-np.log(right))
