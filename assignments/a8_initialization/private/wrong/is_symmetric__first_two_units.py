"""Only the first two units are compared; the others are never looked at.

fails: is_symmetric
points: 0
section: Weight Initialization
hint: Which units does your function look at in a layer of four?
hint: If only the last unit differs, you don't notice.
hint: Every unit has to agree with the first, not only the second one.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    W, b = W[:2], b[:2]
    alike = np.all(abs(W - W[0]) <= 1e-9)
    return bool(alike and np.all(abs(b - b[0]) <= 1e-9))
