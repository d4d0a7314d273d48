"""The minus before the logarithm is missing, so the loss is negative.

fails: binary_cross_entropy
points: 0
section: Single neuron as a linear classifier
hint: Can a loss of this kind be below 0?
hint: The logarithm of a number between 0 and 1 is negative.
hint: The loss is minus the logarithm of the probability of the right class.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return -np.logaddexp(0, -t * np.asarray(scores)).mean()
