"""f is taken at all edges, which is one height more than there are bins.

fails: bump_heights
points: 0
section: Representational power
hint: How many bins lie between four edges?
hint: Your result has as many entries as there are edges.
hint: Each height belongs to a bin, so it needs the middle between two edges.
"""

import numpy as np


def bump_heights(f, edges):
    return f(np.asarray(edges, dtype=float))
