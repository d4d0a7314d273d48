"""All squares are added first, then one root is taken for the whole path.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: Two steps of 3 and 4 make a way of 7. What do you get?
hint: Without an axis, the norm of a matrix is one root over all its entries.
hint: Each step needs its own root; add the lengths afterwards.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.linalg.norm(np.diff(path, axis=0))
    line = np.linalg.norm(path[-1] - path[0])
    return length / line if line > 0 else np.inf
