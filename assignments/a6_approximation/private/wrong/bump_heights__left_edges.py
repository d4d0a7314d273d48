"""f is taken at the left edge of each bin and not in its middle.

fails: bump_heights
points: 0
section: Representational power
hint: For the edges 0 and 1, where do you ask f?
hint: Your heights are those of the left ends of the bins.
hint: The middle of a bin lies half a width further to the right.
"""

import numpy as np


def bump_heights(f, edges):
    return f(np.asarray(edges, dtype=float)[:-1])
