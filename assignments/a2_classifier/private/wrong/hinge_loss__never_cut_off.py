"""The loss is not cut off at 0, so samples that are right by far bring it down.

fails: hinge_loss
points: 0
section: Single neuron as a linear classifier
hint: Can a sample cost less than nothing?
hint: What does your function give for one sample with a margin of 3?
hint: The formula compares with 0, sample by sample, and takes the larger number.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.mean(1 - t * np.asarray(scores))
