"""Only the first sample is asked; the unit may speak for another one.

fails: dead_units
points: 1
section: Commonly used activation functions
hint: Change the last row of your array. Does your answer change?
hint: Silent for one sample is not dead.
hint: Every sample has a say.
"""

import numpy as np


def dead_units(activations):
    return np.asarray(activations)[0] <= 0
