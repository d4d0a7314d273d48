"""The flat slopes are counted, but the share of all slopes is asked for.

fails: saturated_fraction
points: 0
section: Commonly used activation functions
hint: Can a share be larger than 1?
hint: A count says how many, a share says how many of all.
hint: One division is missing.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return np.sum(np.asarray(slopes) < threshold)
