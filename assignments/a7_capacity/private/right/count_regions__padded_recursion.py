"""A border of a label of its own, and a higher limit for recursion."""

import sys

import numpy as np


def count_regions(grid):
    grid = np.pad(np.array(grid, dtype=float), 1, constant_values=np.nan)

    def wipe(i, j, label):
        if grid[i, j] == label:
            grid[i, j] = np.nan
            wipe(i + 1, j, label)
            wipe(i - 1, j, label)
            wipe(i, j + 1, label)
            wipe(i, j - 1, label)

    n, limit = 0, sys.getrecursionlimit()
    sys.setrecursionlimit(10_000)
    for i, j in np.ndindex(grid.shape):
        if not np.isnan(grid[i, j]):
            wipe(i, j, grid[i, j])
            n += 1
    sys.setrecursionlimit(limit)
    return n
