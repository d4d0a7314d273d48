"""Measured with a small step to the left, where the kink's own slope is 0. It warns."""

import warnings

import numpy as np


def relu_slope(z):
    warnings.warn("a measured slope", stacklevel=2)
    z, h = np.array(z, dtype=float), 1e-4
    return (np.maximum(z, 0) - np.maximum(z - h, 0)) / h
