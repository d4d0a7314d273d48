"""The losses of all samples are added up, but not divided by their number.

fails: binary_cross_entropy
points: 2
section: Single neuron as a linear classifier
hint: Should twice as many samples cost twice as much?
hint: With n samples your answer is n times too large.
hint: The exercise asks for the mean over the samples.
"""

import numpy as np


def binary_cross_entropy(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.logaddexp(0, -t * np.asarray(scores)).sum()
