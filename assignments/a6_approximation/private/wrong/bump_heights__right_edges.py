"""f is taken at the right edge of each bin and not in its middle.

fails: bump_heights
points: 0
section: Representational power
hint: For the edges 0 and 1, where do you ask f?
hint: Your heights are those of the right ends of the bins.
hint: Add half of the width to the left edge, not the whole of it.
"""

import numpy as np


def bump_heights(f, edges):
    edges = np.asarray(edges, dtype=float)
    return f(edges[:-1] + np.diff(edges))
