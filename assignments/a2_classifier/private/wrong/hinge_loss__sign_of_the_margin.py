"""The margin is added to 1 instead of subtracted, so right samples cost the most.

fails: hinge_loss
points: 0
section: Single neuron as a linear classifier
hint: Should a sample cost more or less, the further it lies on the right side?
hint: Your loss for a score of 3 is the right one for a score of -3.
hint: Check both signs in 1 - t z: the one in the formula, and that of t for label 1.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.mean(np.maximum(0, 1 + t * np.asarray(scores)))
