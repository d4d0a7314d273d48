"""NumPy's clip without an upper end, after a warning."""

import warnings

import numpy as np


def relu(z):
    warnings.warn("is clip allowed?", stacklevel=2)
    return np.clip(z, 0, None)
