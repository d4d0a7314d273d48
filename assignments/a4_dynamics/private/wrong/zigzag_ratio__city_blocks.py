"""Distances are sums of absolute differences, as if one could only walk along the axes.

fails: zigzag_ratio
points: 1
section: Commonly used activation functions
hint: How long is the step from (0, 0) to (3, 4)?
hint: The length of a vector is not the sum of the sizes of its entries.
hint: Square, add, take the root.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.abs(np.diff(path, axis=0)).sum()
    line = np.abs(path[-1] - path[0]).sum()
    return length / line if line > 0 else np.inf
