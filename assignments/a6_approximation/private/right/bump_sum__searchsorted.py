"""Looks up the bin, with a zero on either side."""

import numpy as np


def bump_sum(x, edges, heights):
    padded = np.concatenate([[0.0], heights, [0.0]])
    return padded[np.searchsorted(edges, x, side="right")]
