"""np.piecewise with a condition for each bin, and a print."""

import numpy as np


def bump_sum(x, edges, heights):
    x = np.asarray(x, dtype=float)
    print(len(heights), "bins")
    inside = [(a <= x) & (x < b) for a, b in zip(edges[:-1], edges[1:])]
    return np.piecewise(x, inside, [float(h) for h in heights])
