"""The probability is kept a tiny distance from 0 and 1, so every sure and wrong sample costs the same.

fails: binary_cross_entropy
points: 3
section: Single neuron as a linear classifier
hint: Compare your loss for the scores 100 and 1000, both with label 0.
hint: The tiny number sets an upper limit: its logarithm is the most that a sample can cost.
hint: Do without the probability: the loss can be computed from t times the score alone.
"""

import numpy as np


def sigma(z):
    a = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + a), a / (1 + a))


def binary_cross_entropy(scores, y):
    y = np.asarray(y, dtype=float)
    p = np.clip(sigma(np.asarray(scores, dtype=float)), 1e-15, 1 - 1e-15)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
