"""The middles as a product with a matrix of halves."""

import numpy as np


def bump_heights(f, edges):
    n = len(edges) - 1
    halves = (np.eye(n, n + 1) + np.eye(n, n + 1, k=1)) / 2
    return np.array([f(m) for m in np.einsum("ij,j->i", halves, np.asarray(edges, float))])
