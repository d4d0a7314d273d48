"""Cells already seen are marked in the grid itself, so the caller's picture is spoiled.

fails: count_regions
points: 3
section: Setting number of layers and their sizes
hint: Call your function twice with the same array. Do you get the same answer?
hint: np.asarray makes no copy of an array: you write into the caller's.
hint: Remember the cells in an array or a set of your own.
"""

import numpy as np


def count_regions(grid):
    grid = np.asarray(grid)
    n = 0
    for start in np.ndindex(grid.shape):
        label = int(grid[start])
        n += label != -999
        todo = [] if label == -999 else [start]
        while todo:
            i, j = todo.pop()
            grid[i, j] = -999
            for k, m in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                inside = 0 <= k < grid.shape[0] and 0 <= m < grid.shape[1]
                if inside and grid[k, m] == label:
                    todo.append((k, m))
    return n
