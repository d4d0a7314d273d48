"""Measured: a small step to both sides, in float64."""

import numpy as np


def tanh_slope(z):
    z = np.array(z, dtype=float)
    return (np.tanh(z + 1e-4) - np.tanh(z - 1e-4)) / 2e-4
