"""One loss for each sample comes back, instead of their mean.

fails: binary_cross_entropy
points: 0
section: Single neuron as a linear classifier
hint: How many numbers should come out for 6 samples?
hint: Your losses are right one by one, but the loss of the neuron is a single number.
hint: Average over the samples before you return.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.logaddexp(0, -t * np.asarray(scores))
