"""The answer holds the numbers 0 and 1 where True and False are asked for.

fails: dead_units
points: 0
section: Commonly used activation functions
hint: Print your result: does it show True and False?
hint: 1 and True are equal, and still two things: only True and False can select entries of an array.
hint: A comparison gives True and False by itself; don't turn them into numbers.
"""

import numpy as np


def dead_units(activations):
    return (np.max(activations, axis=0) <= 0).astype(int)
