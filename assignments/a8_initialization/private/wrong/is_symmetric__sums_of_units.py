"""Only the sum of each unit's weights is compared, so 1, 2 and 2, 1 count as equal.

fails: is_symmetric
points: 2
section: Weight Initialization
hint: Are units with the weights (1, 2) and (2, 1) alike?
hint: Equal sums mean the same output for one input only, where all features agree.
hint: Compare weight by weight, and not their sums.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    alike = np.all(abs(W.sum(axis=1) - W[0].sum()) <= 1e-9)
    return bool(alike and np.all(abs(b - b[0]) <= 1e-9))
