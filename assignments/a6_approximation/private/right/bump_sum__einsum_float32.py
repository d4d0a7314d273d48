"""All bumps at once as the last axis, then a product with the heights."""

import numpy as np


def bump_sum(x, edges, heights):
    x = np.asarray(x, dtype=np.float32)[..., np.newaxis]
    edges = np.asarray(edges, dtype=np.float32)
    bumps = (edges[:-1] <= x) & (x < edges[1:])
    return np.einsum("...i,i->...", bumps.astype(np.float32), np.asarray(heights, np.float32))
