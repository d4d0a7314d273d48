"""Outside the bins the first and the last height go on for ever.

fails: bump_sum
points: 2
section: Representational power
hint: What is your sum far to the left, and far to the right?
hint: You move places from outside into the nearest bin.
hint: Outside all bins no bump is 1, so the sum is 0.
"""

import numpy as np


def bump_sum(x, edges, heights):
    which = np.clip(np.searchsorted(edges, x, side="right") - 1, 0, len(heights) - 1)
    return np.asarray(heights)[which]
