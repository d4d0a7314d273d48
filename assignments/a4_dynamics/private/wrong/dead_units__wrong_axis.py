"""It asks for each sample whether all units are silent, not for each unit.

fails: dead_units
points: 0
section: Commonly used activation functions
hint: How many answers do you get for 6 samples of 8 units?
hint: Units are columns; samples are rows.
hint: The axis that you name is the one that disappears, and here the samples must go.
"""

import numpy as np


def dead_units(activations):
    return (np.asarray(activations) <= 0).all(axis=1)
