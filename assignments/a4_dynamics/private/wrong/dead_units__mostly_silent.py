"""A unit that is silent for most samples is called dead.

fails: dead_units
points: 1
section: Commonly used activation functions
hint: Try a unit that is above 0 for one sample of three.
hint: A median or a majority forgets the few samples that count.
hint: Dead means for all samples, not for most.
"""

import numpy as np


def dead_units(activations):
    return np.median(activations, axis=0) <= 0
