"""The spreads of a and of b are combined one by one, so the pairing is lost.

fails: paired_difference
points: 1
section: Setting number of layers and their sizes
hint: If a is always better than b by exactly 3, how large is your error?
hint: What both sides have in common drops out of the differences, but not of their spreads.
hint: Make the differences first; then forget a and b.
"""

import numpy as np


def paired_difference(a, b):
    n = len(a)
    mean = np.mean(a) - np.mean(b)
    return mean, np.sqrt(np.var(a, ddof=1) / n + np.var(b, ddof=1) / n)
