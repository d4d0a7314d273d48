"""Counts the samples for which each unit speaks."""

import numpy as np


def dead_units(activations):
    return np.count_nonzero(activations, axis=0) == 0
