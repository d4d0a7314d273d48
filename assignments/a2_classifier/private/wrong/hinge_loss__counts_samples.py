"""Samples with a margin below 1 are counted, whatever they cost.

fails: hinge_loss
points: 0
section: Single neuron as a linear classifier
hint: Which of the margins 0.9 and -5 should cost more? What does your function say?
hint: You return a share of samples, and the loss is a mean of costs.
hint: How far a sample is from the margin 1 is its cost; take that instead of True or 1.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y) - 1
    return np.mean(t * np.asarray(scores) < 1)
