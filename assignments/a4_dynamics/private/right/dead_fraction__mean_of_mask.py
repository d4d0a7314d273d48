"""The mean of a mask."""

import numpy as np


def dead_fraction(activations):
    return (np.asarray(activations) == 0).all(axis=0).mean()
