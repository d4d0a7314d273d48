"""All entries of W must be one number; units with weights 1, 2, 3 each count as different.

fails: is_symmetric
points: 0
section: Weight Initialization
hint: Two units have the weights 1, 2, 3 each. Are they alike?
hint: You compare the weights of one unit with each other as well.
hint: Compare whole rows: entry by entry down each column, never across.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    alike = np.all(abs(W - W[0, 0]) <= 1e-9)
    return bool(alike and np.all(abs(b - b[0]) <= 1e-9))
