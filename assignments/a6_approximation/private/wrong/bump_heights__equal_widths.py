"""All bins are taken to be as wide as the first one.

fails: bump_heights
points: 1
section: Representational power
hint: Try the edges 0, 1 and 3.
hint: Your second middle lies half of the first width behind its edge.
hint: Each bin has a middle of its own, from its own two edges.
"""

import numpy as np


def bump_heights(f, edges):
    edges = np.asarray(edges, dtype=float)
    return f(edges[:-1] + (edges[1] - edges[0]) / 2)
