"""A sample that is barely right costs nothing, as if the margin were 0.

fails: hinge_loss
points: 0
section: Single neuron as a linear classifier
hint: What should a score of 0.5 cost, if the label is 1?
hint: In your loss a sample is content as soon as its sign is right.
hint: The hinge wants a margin of 1, and what is missing to it is the cost.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.mean(np.maximum(0, -t * np.asarray(scores)))
