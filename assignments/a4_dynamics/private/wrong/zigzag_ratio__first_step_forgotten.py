"""The first step is left out of the length.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: What length do you get for a path of a single step?
hint: Five points make four steps. How many does your code add?
hint: Begin with the step that leaves the start.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.linalg.norm(np.diff(path[1:], axis=0), axis=1).sum()
    line = np.linalg.norm(path[-1] - path[0])
    return length / line if line > 0 else np.inf
