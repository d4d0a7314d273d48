"""A rank of 1 is taken for equal units, but rows may be multiples of each other.

fails: is_symmetric
points: 2
section: Weight Initialization
hint: Does the matrix with rows (1, 2) and (2, 4) have equal units?
hint: Rank 1 says that all rows are multiples of one row.
hint: Equal units have rank 1 at most, but the other way round it does not hold: compare the rows.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    alike = np.linalg.matrix_rank(W, tol=1e-6) <= 1
    return bool(alike and np.all(abs(b - b[0]) <= 1e-9))
