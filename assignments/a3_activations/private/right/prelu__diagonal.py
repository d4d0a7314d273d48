"""Other algebra: a matrix product with the alphas on a diagonal, after a warning."""

import warnings

import numpy as np


def prelu(z, alpha):
    warnings.warn("slow for wide layers", stacklevel=2)
    z = np.asarray(z, dtype=float)
    return np.maximum(z, 0) - np.maximum(-z, 0) @ np.diag(alpha)
