"""Only the last sample is asked; the unit may speak for another one.

fails: dead_units
points: 1
section: Commonly used activation functions
hint: Change the first row of your array. Does your answer change?
hint: A loop that overwrites its answer keeps only the last one.
hint: Every sample has a say.
"""

import numpy as np


def dead_units(activations):
    return np.asarray(activations)[-1] == 0
