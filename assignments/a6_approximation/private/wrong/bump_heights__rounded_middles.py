"""The middle is rounded down to a whole number when the edges are whole.

fails: bump_heights
points: 1
section: Representational power
hint: What is the middle between 0 and 1 in your code?
hint: Two slashes divide and round down.
hint: Use the division that keeps fractions.
"""

import numpy as np


def bump_heights(f, edges):
    edges = np.asarray(edges)
    if edges.dtype.kind == "i":
        return f((edges[:-1] + edges[1:]) // 2)
    return f((edges[:-1] + edges[1:]) / 2)
