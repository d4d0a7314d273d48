"""The columns of W are compared, but a unit is a row.

fails: is_symmetric
points: 0
section: Weight Initialization
hint: What does a row of W hold, and what a column?
hint: You compared the weights within one unit with each other.
hint: Compare the rows: each must equal the first row.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    alike = np.all(abs(W - W[:, :1]) <= 1e-9)
    return bool(alike and np.all(abs(b - b[0]) <= 1e-9))
