"""Strict signs on both sides: at every edge the sum drops to 0.

fails: bump_sum
points: 2
section: Representational power
hint: What is your sum at an edge between two bins?
hint: At such an edge neither neighbour counts.
hint: Let each bin own its left edge.
"""

import numpy as np


def bump_sum(x, edges, heights):
    x = np.asarray(x)[..., np.newaxis]
    edges = np.asarray(edges)
    return ((edges[:-1] < x) & (x < edges[1:])) @ np.asarray(heights)
