"""The distance is subtracted from the length, so a straight path gives 0.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: What should a straight path give, and what do you return?
hint: 'How many times as long' asks for a ratio.
hint: Divide the two lengths.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    line = np.linalg.norm(path[-1] - path[0])
    return length - line
