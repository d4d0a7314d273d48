"""The middles by slices."""

import numpy as np


def bump_heights(f, edges):
    edges = np.asarray(edges, dtype=float)
    return f(0.5 * (edges[1:] + edges[:-1]))
