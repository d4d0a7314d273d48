"""np.diff and np.linalg.norm."""

import numpy as np


def zigzag_ratio(path):
    points = np.array(path, dtype=float)
    line = np.linalg.norm(points[-1] - points[0])
    if line == 0:
        return float("inf")
    return np.linalg.norm(np.diff(points, axis=0), axis=1).sum() / line
