"""Each height is multiplied by the width of its bin, which gives areas.

fails: bump_heights
points: 0
section: Representational power
hint: What do you get for a bin that is twice as wide?
hint: Height times width is an area, as in an integral.
hint: The width is needed to find the middle and for nothing else.
"""

import numpy as np


def bump_heights(f, edges):
    edges = np.asarray(edges, dtype=float)
    return f((edges[:-1] + edges[1:]) / 2) * np.diff(edges)
