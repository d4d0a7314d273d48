"""The mean of a comparison."""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return np.mean(np.asarray(slopes) < threshold)
