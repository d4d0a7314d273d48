"""The spread of the differences is returned as if it were the error of their mean.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: With a hundred squares, is the mean as unsure as a single difference?
hint: The formula has two steps: a spread, and what is done with it.
hint: The number of pairs still has to make the error smaller, by its root.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a, dtype=float) - np.asarray(b, dtype=float)
    return d.mean(), d.std(ddof=1)
