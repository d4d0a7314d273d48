"""A moving mean of two neighbours, with a print."""

import numpy as np


def bump_heights(f, edges):
    middles = np.convolve(np.array(edges, dtype=float), [0.5, 0.5], mode="valid")
    print("middles", middles)
    return f(middles)
