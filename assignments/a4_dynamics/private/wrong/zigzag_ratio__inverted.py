"""The straight distance is divided by the length of the path, the wrong way round.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: Can your ratio be larger than 1?
hint: A path is never shorter than the straight line.
hint: What stands above the line in the formula, and what below?
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    line = np.linalg.norm(path[-1] - path[0])
    return line / length
