"""Slopes are computed from what was handed over, but these numbers are slopes already.

fails: saturated_fraction
points: 0
section: Commonly used activation functions
hint: Try a single slope of 0. Is it below 0.01?
hint: Look at your code: which function do the slopes go through?
hint: Nothing is left to compute: compare and count.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    small = np.exp(-np.abs(np.asarray(slopes, dtype=float)))
    return np.mean(small / (1 + small) ** 2 < threshold)
