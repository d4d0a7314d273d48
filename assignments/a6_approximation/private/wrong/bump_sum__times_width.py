"""Each bump is multiplied by its width, so it adds areas and not heights.

fails: bump_sum
points: 1
section: Representational power
hint: What do you get inside a bin of width 2 and height 1?
hint: Height times width belongs to an integral.
hint: Inside a bin the sum is its height, however wide it is.
"""

import numpy as np


def bump_sum(x, edges, heights):
    padded = np.concatenate([[0.0], np.asarray(heights) * np.diff(edges), [0.0]])
    return padded[np.searchsorted(edges, x, side="right")]
