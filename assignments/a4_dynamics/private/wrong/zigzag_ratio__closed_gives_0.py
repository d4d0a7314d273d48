"""A path that ends where it began gives 0, but it is no short way.

fails: zigzag_ratio
points: 2
section: Commonly used activation functions
hint: Is a walk around a square shorter than a straight line?
hint: A ratio of this kind is never below 1.
hint: Read in the text what a closed path should give.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    line = np.linalg.norm(path[-1] - path[0])
    if line == 0:
        return 0
    return np.linalg.norm(np.diff(path, axis=0), axis=1).sum() / line
