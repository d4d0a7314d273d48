"""A unit counts as dead if it is silent for any sample.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: Is a unit dead that is silent for one sample of a thousand?
hint: 'Never above 0' speaks of every sample.
hint: Say in words what any and all ask, then look at your code.
"""

import numpy as np


def dead_fraction(activations):
    return (np.asarray(activations) <= 0).any(axis=0).mean()
