"""The losses of all samples are added up, but not divided by their number.

fails: hinge_loss
points: 0.5
section: Single neuron as a linear classifier
hint: Should twice as many samples cost twice as much?
hint: With n samples your answer is n times too large.
hint: The exercise asks for the mean over the samples.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.maximum(0, 1 - t * np.asarray(scores)).sum()
