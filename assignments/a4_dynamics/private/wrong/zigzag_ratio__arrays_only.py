"""The path is assumed to be an array already, so a plain list raises an error.

fails: zigzag_ratio
points: 2
section: Commonly used activation functions
hint: Try a plain list of points and read the error.
hint: Lists can't be subtracted.
hint: NumPy has a function that makes an array of a list and leaves arrays alone.
"""

import numpy as np


def zigzag_ratio(path):
    length = np.linalg.norm(path[1:] - path[:-1], axis=1).sum()
    line = np.linalg.norm(path[-1] - path[0])
    return length / line if line > 0 else np.inf
