"""It returns the share of outputs that are 0, not of units that are dead.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: Each of two units is silent on every second sample. How many are dead?
hint: A living unit is silent at times, and that does not count.
hint: Decide for each unit first; then take the mean over units.
"""

import numpy as np


def dead_fraction(activations):
    return np.mean(np.asarray(activations) <= 0)
