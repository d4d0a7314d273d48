"""A layer of one unit gives False, but it has no other unit to differ from.

fails: is_symmetric
points: 2
section: Weight Initialization
hint: Which two units differ in a layer of one unit?
hint: The text says what a layer of one unit gives.
hint: Without a pair that differs the answer is True.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    alike = np.all(abs(W - W[0]) <= 1e-9)
    return bool(len(b) > 1 and alike and np.all(abs(b - b[0]) <= 1e-9))
