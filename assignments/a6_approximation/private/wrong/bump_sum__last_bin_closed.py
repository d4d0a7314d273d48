"""The last bin owns its right edge as well, as in a histogram.

fails: bump_sum
points: 2
section: Representational power
hint: What is your sum at the very last edge?
hint: np.histogram closes its last bin, but here every bin is half-open.
hint: Treat the last bin like all the others.
"""

import numpy as np


def bump_sum(x, edges, heights):
    padded = np.concatenate([[0.0], heights, [0.0]])
    x = np.asarray(x)
    return np.where(
        x == edges[-1], heights[-1], padded[np.searchsorted(edges, x, side="right")]
    )
