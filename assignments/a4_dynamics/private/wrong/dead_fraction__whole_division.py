"""A division of whole numbers cuts the fraction off.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: What do you get for one dead unit of four?
hint: Python has two signs of division.
hint: Use the division that keeps fractions.
"""

import numpy as np


def dead_fraction(activations):
    return int((np.max(activations, axis=0) <= 0).sum()) // np.shape(activations)[1]
