"""The hinge is put behind the sigmoid, where no sample can get beyond margin 1.

fails: hinge_loss
points: 0
section: Single neuron as a linear classifier
hint: What does a sample with a score of 800 and label 1 cost? And 2 with label 1?
hint: The sigmoid squashes every score to less than 1, so all samples go on paying.
hint: The hinge belongs on the score itself.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    a = np.exp(-np.logaddexp(0, -np.asarray(scores, dtype=float)))
    return np.mean(np.maximum(0, 1 - t * a))
