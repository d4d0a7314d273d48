"""Counts the gaps between neighbours with NumPy; the answer is a NumPy integer."""

import numpy as np


def n_layers(sizes):
    return np.int64(np.diff(sizes).size)
