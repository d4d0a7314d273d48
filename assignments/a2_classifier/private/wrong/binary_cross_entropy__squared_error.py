"""The squared error of the probability is taken, which is another loss.

fails: binary_cross_entropy
points: 0
section: Single neuron as a linear classifier
hint: What does a sure and wrong sample cost with your formula, at most?
hint: The squared error never exceeds 1. The cross-entropy grows without limit.
hint: The loss of one sample is minus the logarithm of the probability that the right class got.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    p = np.exp(-np.logaddexp(0, -np.asarray(scores, dtype=float)))
    return np.mean((p - np.asarray(y)) ** 2)
