"""True and False are swapped: True stands for living units.

fails: dead_units
points: 0
section: Commonly used activation functions
hint: What do you get for an array of zeros?
hint: True must mean dead.
hint: Turn the question round: is it above 0 for no sample?
"""

import numpy as np


def dead_units(activations):
    return (np.asarray(activations) > 0).any(axis=0)
