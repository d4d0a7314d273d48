"""It returns how many units are dead, not which share.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: Can your result be larger than 1?
hint: A share compares the dead units with all units.
hint: Divide by the number of units, or take a mean.
"""

import numpy as np


def dead_fraction(activations):
    return int((np.max(activations, axis=0) <= 0).sum())
