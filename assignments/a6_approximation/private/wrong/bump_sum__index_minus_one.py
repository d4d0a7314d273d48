"""To the left of all bins the index is -1, which means the last bin.

fails: bump_sum
points: 2
section: Representational power
hint: What is your sum to the left of the first edge?
hint: In Python an index of -1 counts from the end.
hint: Treat the places to the left of all edges on their own.
"""

import numpy as np


def bump_sum(x, edges, heights):
    padded = np.append(np.asarray(heights, dtype=float), 0.0)
    which = np.searchsorted(edges, x, side="right") - 1
    return np.where(which < 0, heights[-1], padded[which])
