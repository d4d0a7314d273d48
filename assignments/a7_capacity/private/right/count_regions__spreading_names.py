"""Each cell has a number; the smaller one spreads until nothing moves; float result."""

import numpy as np


def count_regions(grid):
    grid = np.asarray(grid)
    names = np.arange(grid.size, dtype=float).reshape(grid.shape)
    while True:
        before = names.copy()
        for g, m in ((grid, names), (grid.T, names.T)):
            for i in range(1, len(g)):
                same = g[i] == g[i - 1]
                m[i][same] = np.minimum(m[i], m[i - 1])[same]
            for i in range(len(g) - 1, 0, -1):
                same = g[i] == g[i - 1]
                m[i - 1][same] = np.minimum(m[i], m[i - 1])[same]
        if np.array_equal(before, names):
            return float(len(np.unique(names)))
