"""The middles are written into edges, so the caller's edges are lost.

fails: bump_heights
points: 1
section: Representational power
hint: Print the edges before and after you call your function.
hint: An operator such as += writes into the caller's array, even through a slice.
hint: Compute the middles in a new array.
"""

import numpy as np


def bump_heights(f, edges):
    if not isinstance(edges, np.ndarray) or edges.dtype.kind == "i":
        edges = np.array(edges, dtype=float)
    middles = edges[:-1]
    middles += np.diff(edges) / 2
    return f(middles)
