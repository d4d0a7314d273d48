"""A copy of floats whose negative entries are scaled, after a warning."""

import warnings

import numpy as np


def leaky_relu(z, alpha=0.01):
    warnings.warn("alpha above 1 is unusual", stacklevel=2)
    a = np.array(z, dtype=float)
    a[a < 0] *= alpha
    return a
