"""x is assumed to be an array, so a plain list raises an error.

fails: tent
points: 2
section: Representational power
hint: Try tent([0.25, 0.75], 1) and read the error.
hint: 2 times a list repeats it, and a list can't be subtracted.
hint: Turn x into an array first.
"""

import numpy as np


def tent(x, depth):
    for _ in range(depth):
        x = np.minimum(2 * x, 2 - 2 * x)
    return x
