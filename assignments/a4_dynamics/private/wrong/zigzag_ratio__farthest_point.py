"""The line goes to the point farthest from the start, not to the end.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: What is your line for the points 0, 2, 1?
hint: A path may turn back; its end need not be its farthest point.
hint: Only two points matter for the line: the first and the last.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    line = np.linalg.norm(path - path[0], axis=1).max()
    return length / line if line > 0 else np.inf
