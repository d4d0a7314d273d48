"""Norms are taken along the wrong axis, one for each weight and not one for each step.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: Print the shape of your step lengths: there should be one for each step.
hint: A step is a row, and its entries lie along axis 1.
hint: The axis that you name is the one that disappears.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    length = np.linalg.norm(np.diff(path, axis=0), axis=0).sum()
    line = np.linalg.norm(path[-1] - path[0])
    return length / line if line > 0 else np.inf
