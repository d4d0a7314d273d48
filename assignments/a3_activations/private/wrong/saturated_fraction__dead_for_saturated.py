"""Only slopes of exactly 0 are counted, but saturated ones are merely small.

fails: saturated_fraction
points: 0
section: Commonly used activation functions
hint: Try a single slope of 0.001.
hint: Notebook 03 tells apart saturated and dead: small slopes, and slopes of 0.
hint: Compare with the threshold.
"""

import numpy as np


def saturated_fraction(slopes, threshold=0.01):
    return np.mean(np.asarray(slopes) == 0)
