"""Samples with label 1 are charged for the probability of class 0, and the other way round.

fails: binary_cross_entropy
points: 0
section: Single neuron as a linear classifier
hint: Should a score of 3 cost much or little, if the label is 1?
hint: Your loss rises where the neuron becomes more certain of the right class.
hint: Check the sign of the exponent for each of the two labels.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.logaddexp(0, t * np.asarray(scores)).mean()
