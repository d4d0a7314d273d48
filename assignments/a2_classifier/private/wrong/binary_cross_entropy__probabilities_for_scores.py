"""The scores are taken for probabilities: their logarithm is taken without a sigmoid.

fails: binary_cross_entropy
points: 0
section: Single neuron as a linear classifier
hint: Which numbers can a score be, and which can a probability be?
hint: The logarithm of a negative score is nan.
hint: A score becomes a probability by sigma, and the formula of the exercise has that built in.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    p, y = np.asarray(scores, dtype=float), np.asarray(y)
    return -np.mean(np.where(y == 1, np.log(p), np.log(1 - p)))
