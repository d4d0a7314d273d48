"""A path that ends where it began is called straight: it gives 1.

fails: zigzag_ratio
points: 2
section: Commonly used activation functions
hint: Is a walk around a square a straight path?
hint: The line has length 0, so the way is more than any number of times as long.
hint: Read in the text what a closed path should give.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    line = np.linalg.norm(path[-1] - path[0])
    return length / line if line > 0 else 1.0
