"""A count divided by the size."""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    slopes = np.array(slopes)
    return np.count_nonzero(slopes < threshold) / slopes.size
