"""Only the first half of the samples is looked at, so units that speak later count as dead.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: Change the last row of your array. Does your answer change?
hint: In a part of the samples a unit may be silent by chance.
hint: Count over all samples that you were given.
"""

import numpy as np


def dead_fraction(activations):
    batch = activations[: (len(activations) + 1) // 2]
    return np.mean(np.max(batch, axis=0) <= 0)
