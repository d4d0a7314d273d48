"""Only the right edge is halved, because the brackets around the sum are missing.

fails: bump_heights
points: 0
section: Representational power
hint: Where is the middle between 10 and 12 in your code?
hint: Python divides before it adds.
hint: Put the sum of the two edges in brackets.
"""

import numpy as np


def bump_heights(f, edges):
    e = np.asarray(edges, dtype=float)
    return f(e[:-1] + e[1:] / 2)
