"""Numbers are compared by ==, so that rounding errors tell units apart.

fails: is_symmetric
points: 2
section: Weight Initialization
hint: Is 0.1 + 0.2 == 0.3 in Python?
hint: Two numbers that differ by 1e-12 count as equal here, but == calls them different.
hint: Look at the size of the difference: up to 1e-9 it counts as none.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    alike = np.all(W == W[0])
    return bool(alike and np.all(b == b[0]))
