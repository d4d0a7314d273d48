"""The mean runs only over the samples that cost something, but free ones count as 0.

fails: hinge_loss
points: 0.5
section: Single neuron as a linear classifier
hint: Work the scores [4, 0] with labels [1, 1] by hand. What is the mean of 0 and 1?
hint: Your loss does not fall when a sample is moved to the right side for good.
hint: Divide by the number of all samples.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y) - 1
    losses = np.maximum(0, 1 - t * np.asarray(scores))
    unhappy = losses[losses > 0]
    return np.mean(unhappy) if unhappy.size else 0.0
