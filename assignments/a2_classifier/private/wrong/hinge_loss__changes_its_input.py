"""The scores are multiplied by the signs in place, so the caller's scores are changed.

fails: hinge_loss
points: 1.5
section: Single neuron as a linear classifier
hint: Call your function twice with the same array of scores. Do you get the same answer?
hint: An operator such as *= writes into the array that the caller gave you.
hint: Compute the margins in a new array and leave scores alone.
"""

import numpy as np


def hinge_loss(scores, y):
    if isinstance(scores, list):
        scores = np.array(scores, dtype=float)
    t = 2 * np.asarray(y, dtype=float) - 1
    scores *= t
    return np.maximum(0, 1 - scores).mean()
