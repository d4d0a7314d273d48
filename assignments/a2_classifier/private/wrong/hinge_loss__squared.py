"""The missing margin is squared, which is another loss.

fails: hinge_loss
points: 0
section: Single neuron as a linear classifier
hint: What does a margin of -1 cost: 2, or 4?
hint: A hinge is two straight lines. Yours bends.
hint: The cost is the missing margin itself, without a power.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.mean(np.maximum(0, 1 - t * np.asarray(scores)) ** 2)
