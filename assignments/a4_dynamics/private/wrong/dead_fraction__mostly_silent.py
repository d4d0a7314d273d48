"""A unit that is silent for most samples counts as dead.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: Is a unit dead that is above 0 for one sample of three?
hint: A majority forgets the few samples that count.
hint: Dead means for all samples, not for most.
"""

import numpy as np


def dead_fraction(activations):
    silent = np.mean(np.asarray(activations) == 0, axis=0)
    return np.mean(silent > 0.5)
