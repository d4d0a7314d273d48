"""Moves the start to 0 and uses the longest step as the unit."""

import numpy as np


def zigzag_ratio(path):
    points = np.asarray(path, dtype=float) - np.asarray(path[0], dtype=float)
    steps = np.diff(points.T)
    unit = np.abs(steps).max()
    lengths = unit * np.sqrt(np.sum((steps / unit) ** 2, axis=0))
    with np.errstate(divide="ignore"):
        return np.divide(lengths.sum(), np.sqrt(np.sum(points[-1] ** 2)))
