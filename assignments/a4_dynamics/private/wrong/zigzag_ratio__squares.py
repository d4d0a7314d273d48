"""The squared lengths are added and compared; the roots are missing.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: What do you get for two equal steps on one line?
hint: A length is the root of the sum of squares, for each step by itself.
hint: Take the root before you add the steps, and one for the line.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.sum(np.diff(path, axis=0) ** 2)
    line = np.sum((path[-1] - path[0]) ** 2)
    return length / line if line > 0 else np.inf
