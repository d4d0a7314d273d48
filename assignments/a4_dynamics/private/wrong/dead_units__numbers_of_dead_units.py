"""It returns the positions of the dead units, not an answer for each unit.

fails: dead_units
points: 0
section: Commonly used activation functions
hint: How long is your result if no unit is dead?
hint: A mask says something of every unit; a list of positions only of some.
hint: Return the mask itself, without looking up where it is True.
"""

import numpy as np


def dead_units(activations):
    return np.flatnonzero(np.max(activations, axis=0) <= 0)
