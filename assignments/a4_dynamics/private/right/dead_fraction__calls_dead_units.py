"""Calls a function of its own, and prints."""

import numpy as np


def dead_units(activations):
    return ~np.any(np.array(activations) > 0, axis=0)


def dead_fraction(activations):
    dead = dead_units(activations)
    print("dead:", np.flatnonzero(dead))
    return dead.sum() / dead.size
