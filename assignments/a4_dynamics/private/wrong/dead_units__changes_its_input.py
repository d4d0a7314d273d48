"""Positive outputs are overwritten by 1 in the caller's own array.

fails: dead_units
points: 2
section: Commonly used activation functions
hint: Print your array after the call. Is it still the same?
hint: An index on the left of = writes into the array that came in.
hint: Keep the result of the comparison under a name of its own.
"""

import numpy as np


def dead_units(activations):
    if isinstance(activations, list):
        activations = np.array(activations, dtype=float)
    activations[activations > 0] = 1
    return activations.sum(axis=0) == 0
