"""The mean length of a step is compared with the line, not the sum.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: Cut each step of a straight path into two. Does your ratio change?
hint: The way is all steps together.
hint: Add the lengths of the steps; their number plays no part.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.linalg.norm(np.diff(path, axis=0), axis=1).mean()
    line = np.linalg.norm(path[-1] - path[0])
    return length / line if line > 0 else np.inf
