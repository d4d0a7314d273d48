"""Every cell is a region at first; each pair of equal neighbours joins two."""

import numpy as np


def count_regions(grid):
    grid = np.asarray(grid)
    rows, columns = grid.shape
    parent = list(range(rows * columns))

    def root(k):
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    n = rows * columns
    for i in range(rows):
        for j in range(columns):
            for k, m in ((i + 1, j), (i, j + 1)):
                if k < rows and m < columns and grid[i, j] == grid[k, m]:
                    one, other = root(i * columns + j), root(k * columns + m)
                    n -= one != other
                    parent[one] = other
    return int(n)
