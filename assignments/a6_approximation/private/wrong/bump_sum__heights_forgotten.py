"""The bumps are added up without their heights, so the sum is 1 inside all bins.

fails: bump_sum
points: 0
section: Representational power
hint: Does your result change with heights?
hint: Your sum is 1 in every bin.
hint: Multiply each bump by its own height before you add it.
"""

import numpy as np


def bump_sum(x, edges, heights):
    x = np.asarray(x)
    total = np.zeros(x.shape)
    for height, left, right in zip(heights, edges[:-1], edges[1:]):
        total = total + ((left <= x) & (x < right))
    return total
