"""A unit that speaks for a single sample is called dead.

fails: dead_units
points: 0
section: Commonly used activation functions
hint: Try a unit that is above 0 for one sample of ten.
hint: One sample is enough for a gradient, and so for a living unit.
hint: For how many samples may a dead unit be above 0?
"""

import numpy as np


def dead_units(activations):
    return np.count_nonzero(activations, axis=0) <= 1
