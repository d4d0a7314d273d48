"""Adds all, then takes the inputs away."""

import numpy as np


def n_neurons(sizes):
    return np.sum(sizes) - sizes[0]
