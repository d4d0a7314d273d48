"""The start is subtracted in place, so the caller's path is moved.

fails: zigzag_ratio
points: 2
section: Commonly used activation functions
hint: Print your path after the call. Is it still the same?
hint: An operator such as -= writes into the array that came in.
hint: Compute the moved points under a new name.
"""

import numpy as np


def zigzag_ratio(path):
    if isinstance(path, list):
        path = np.array(path, dtype=float)
    path -= path[0].copy()
    line = np.linalg.norm(path[-1])
    length = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    return length / line if line > 0 else np.inf
