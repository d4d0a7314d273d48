"""Both edges belong to each bin, so at an inner edge two heights add up.

fails: bump_sum
points: 2
section: Representational power
hint: What is your sum at an edge between two bins?
hint: At such an edge both neighbours count.
hint: Only one of the two signs may allow equality.
"""

import numpy as np


def bump_sum(x, edges, heights):
    x = np.asarray(x)[..., np.newaxis]
    edges = np.asarray(edges)
    return ((edges[:-1] <= x) & (x <= edges[1:])) @ np.asarray(heights)
