"""np.max takes the 0 for its array and the losses for an axis.

fails: hinge_loss
points: 0
section: Single neuron as a linear classifier
hint: Read the TypeError: which argument does NumPy not like?
hint: np.max(z) looks for the largest entry of one array; it does not compare two things.
hint: NumPy has a second function whose name begins with max and that compares entry by entry.
"""

import numpy as np


def hinge_loss(scores, y):
    t = 2 * np.asarray(y, dtype=float) - 1
    return np.mean(np.max(0, 1 - t * np.asarray(scores)))
