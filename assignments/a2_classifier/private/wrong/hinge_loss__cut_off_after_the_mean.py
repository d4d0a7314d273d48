"""The mean is taken first and cut off at 0 afterwards, so easy samples pay for hard ones.

fails: hinge_loss
points: 0.5
section: Single neuron as a linear classifier
hint: One sample is right by far, the other wrong. Should the first lower the cost of the second?
hint: Compare the mean of max(0, ...) with the max(0, ...) of the mean, for the margins 9 and -1.
hint: Cut off every sample for itself, then average.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return max(0.0, np.mean(1 - t * np.asarray(scores)))
