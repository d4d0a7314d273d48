"""It returns the share of samples for which the whole layer is silent.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: Which number stands below the line: units or samples?
hint: Units are columns, samples are rows.
hint: The axis that you name disappears first, and here that must be the samples.
"""

import numpy as np


def dead_fraction(activations):
    return (np.asarray(activations) <= 0).all(axis=1).mean()
