"""The heights are joined by straight lines, but a sum of bumps is a stair.

fails: bump_sum
points: 0
section: Representational power
hint: Is your result the same everywhere inside one bin?
hint: np.interp draws lines from point to point.
hint: Within a bin nothing changes: its height counts everywhere in it.
"""

import numpy as np


def bump_sum(x, edges, heights):
    edges = np.asarray(edges, dtype=float)
    return np.interp(x, (edges[:-1] + edges[1:]) / 2, heights, left=0, right=0)
