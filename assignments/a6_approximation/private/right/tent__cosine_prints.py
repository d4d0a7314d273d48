"""Another formula: the cosine folds, and its inverse unfolds one piece. It prints."""

import numpy as np


def tent(x, depth):
    print("depth", depth)
    return np.arccos(np.cos(np.pi * 2**depth * np.asarray(x, dtype=float))) / np.pi
