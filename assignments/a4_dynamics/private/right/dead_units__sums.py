"""The outputs of a dead unit add up to 0."""

import numpy as np


def dead_units(activations):
    sums = np.einsum("ij->j", np.array(activations, dtype=float))
    return ~(sums > 0)
