"""It counts on a grid of points, which is too coarse for many folds.

fails: n_linear_pieces
points: 0.5
section: Representational power
hint: How many pieces can your grid tell apart?
hint: With more pieces than points, most of them are missed.
hint: Find out how the pieces grow with each fold; no drawing is needed.
"""

import numpy as np


def n_linear_pieces(depth):
    x = np.linspace(0, 1, 2**12 + 1)
    for _ in range(depth):
        x = np.minimum(2 * x, 2 - 2 * x)
    return int(np.sum(np.diff(np.sign(np.diff(x))) != 0)) + 1
