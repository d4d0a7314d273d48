"""The heights lose their sign, but a bump may well point downwards.

fails: bump_heights
points: 0
section: Representational power
hint: Can a bump have a negative height?
hint: All your heights are zero or larger.
hint: Return what f gives, with its sign.
"""

import numpy as np


def bump_heights(f, edges):
    edges = np.asarray(edges, dtype=float)
    return np.abs(f((edges[:-1] + edges[1:]) / 2))
