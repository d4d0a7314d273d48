"""Neighbouring weights of one point are subtracted, not neighbouring points.

fails: zigzag_ratio
points: 0
section: Commonly used activation functions
hint: Print the shape of your steps: for 5 points of 3 weights it should be (4, 3).
hint: np.diff goes along the last axis if you don't tell it another one.
hint: A step leads from one row to the next, so the difference runs down the rows.
"""

import numpy as np


def zigzag_ratio(path):
    path = np.asarray(path, dtype=float)
    line = np.linalg.norm(path[-1] - path[0])
    way = np.linalg.norm(np.diff(path), axis=1).sum()
    return way / line if line > 0 else np.inf
