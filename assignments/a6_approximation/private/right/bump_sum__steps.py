"""A telescope: a step at each edge, as high as the change of height there."""

import numpy as np


def bump_sum(x, edges, heights):
    jumps = np.diff(np.asarray(heights, dtype=float), prepend=0, append=0)
    steps = np.greater_equal.outer(np.asarray(x), np.asarray(edges))
    return steps @ jumps
