"""Squares by einsum, all in float32; the last division warns for a closed path."""

import numpy as np


def zigzag_ratio(path):
    points = np.asarray(path, dtype=np.float32)
    steps = points[1:] - points[:-1]
    line = points[0] - points[-1]
    lengths = np.sqrt(np.einsum("ij,ij->i", steps, steps))
    return lengths.sum() / np.sqrt(line @ line)
