"""The number of dead units is divided by the number of samples.

fails: dead_fraction
points: 0
section: Commonly used activation functions
hint: Double the samples. Does your share change?
hint: The length of a table is the number of its rows.
hint: Divide by the number of columns.
"""

import numpy as np


def dead_fraction(activations):
    return np.sum(np.max(activations, axis=0) <= 0) / len(activations)
