"""The spreads of a and of b are subtracted, which is not the spread of the differences.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: If a and b have the same spread, how large is your error?
hint: Your error can even be below zero.
hint: Make the differences first; then forget a and b.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a) - np.asarray(b)
    spread = np.std(a, ddof=1) - np.std(b, ddof=1)
    return np.mean(d), spread / np.sqrt(len(d))
