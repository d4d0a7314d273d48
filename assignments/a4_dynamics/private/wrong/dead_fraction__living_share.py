"""It returns the share of living units.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: What do you get for an array of zeros?
hint: Dead and living shares add up to 1.
hint: Look at your comparison: for which units is it True?
"""

import numpy as np


def dead_fraction(activations):
    return np.mean(np.max(activations, axis=0) > 0)
