"""1 minus the share of the steep ones, after a warning."""

import warnings

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    warnings.warn("slopes are taken as they are", stacklevel=2)
    return 1 - (np.array(slopes) >= threshold).mean()
