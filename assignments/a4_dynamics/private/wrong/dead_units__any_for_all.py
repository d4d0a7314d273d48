"""A unit that is silent for any sample is called dead; all samples must agree.

fails: dead_units
points: 1
section: Commonly used activation functions
hint: Is a unit dead that is silent for one sample of a thousand?
hint: 'Never above 0' speaks of every sample.
hint: Say in words what any and all ask, then look at your code.
"""

import numpy as np


def dead_units(activations):
    return (np.asarray(activations) <= 0).any(axis=0)
