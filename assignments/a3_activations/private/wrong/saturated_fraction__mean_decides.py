"""The mean slope is compared once, so the result is 0 or 1.

fails: saturated_fraction
points: 0
section: Commonly used activation functions
hint: Try the slopes 0 and 1. The share is one half.
hint: A few steep slopes hide many flat ones in a mean.
hint: First compare each slope, then average.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return 1.0 if np.mean(slopes) < threshold else 0.0
