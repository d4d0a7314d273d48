"""Outputs near 0 or 1 are counted, as if the slopes were outputs of a sigmoid.

fails: saturated_fraction
points: 0
section: Commonly used activation functions
hint: Is a slope of 1 flat? Does your function count it?
hint: Saturation is defined by slopes, and the slopes are handed over.
hint: Only one end is flat: small slopes. Large ones are steep.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    a = np.asarray(slopes)
    return np.mean((a < threshold) | (a > 1 - threshold))
