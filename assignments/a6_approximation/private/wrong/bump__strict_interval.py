"""Both signs are strict, so the bump loses its left edge.

fails: bump
points: 2
section: Representational power
hint: What does your function answer at x = left?
hint: Put two bumps side by side and ask for the edge between them: nobody is 1 there.
hint: One of the two signs must allow equality, the one at the left edge.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return ((left < x) & (x < right)) * 1.0
