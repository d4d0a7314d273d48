"""All heights are added at every x, as if each bump were 1 everywhere.

fails: bump_sum
points: 0
section: Representational power
hint: Does your result depend on x?
hint: You add all heights, whether x is in the bin or not.
hint: A height counts only where its own bump is 1.
"""

import numpy as np


def bump_sum(x, edges, heights):
    return np.full(np.shape(x), float(np.sum(heights)))
