"""The line is measured from the origin and not from the start of the path.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: Move the whole path by (10, 10). Does your ratio change?
hint: Not every path begins at zero weights.
hint: The line connects the first point with the last.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    line = np.linalg.norm(path[-1])
    return length / line if line > 0 else np.inf
