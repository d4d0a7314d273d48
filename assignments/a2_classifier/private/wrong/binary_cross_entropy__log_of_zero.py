"""Both logarithms are taken of every probability; for sure samples one is of 0, and 0 times infinity is nan.

fails: binary_cross_entropy
points: 2
section: Single neuron as a linear classifier
hint: What does your function give for the score 800 with label 1?
hint: There 1 - p is exactly 0, and its logarithm is minus infinity. The factor 0 in front does not save it.
hint: Do without the probability: the loss can be computed from t times the score alone.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    z, y = np.asarray(scores, dtype=float), np.asarray(y)
    p = 1 / (1 + np.exp(-z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
