"""f is asked at the sum of both edges, which still has to be halved.

fails: bump_heights
points: 0
section: Representational power
hint: Where is the middle between 10 and 12 in your code?
hint: Your places lie far outside of their bins.
hint: The middle is the mean of the two edges: a sum, and a division.
"""

import numpy as np


def bump_heights(f, edges):
    e = np.asarray(edges, dtype=float)
    return f(e[:-1] + e[1:])
