"""The folds are written into x itself, so the caller's array is lost.

fails: tent
points: 2
section: Representational power
hint: Call your function twice with the same array. Do you get the same answer?
hint: An assignment to x[...] writes into the array that the caller gave you.
hint: Make a new array for each fold.
"""

import numpy as np


def tent(x, depth):
    if not isinstance(x, np.ndarray):
        x = np.array(x, dtype=float)
    for _ in range(depth):
        x[...] = np.minimum(2 * x, 2 - 2 * x)
    return x
