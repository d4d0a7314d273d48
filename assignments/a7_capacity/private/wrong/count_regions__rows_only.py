"""Runs of equal classes are counted row by row, and rows are never joined.

fails: count_regions
points: 0
section: Setting number of layers and their sizes
hint: How many regions has a grid of 3 rows full of zeros by your code?
hint: A region can go on in the row below.
hint: Neighbours lie above and below as well as left and right.
"""

import numpy as np


def count_regions(grid):
    grid = np.array(grid)
    seen = np.zeros(grid.shape, dtype=bool)
    n = 0
    for start in np.ndindex(grid.shape):
        n += not seen[start]
        todo = [] if seen[start] else [start]
        while todo:
            i, j = todo.pop()
            seen[i, j] = True
            for k, m in ((i, j + 1), (i, j - 1)):
                inside = 0 <= k < grid.shape[0] and 0 <= m < grid.shape[1]
                if inside and not seen[k, m] and grid[k, m] == grid[i, j]:
                    seen[k, m] = True
                    todo.append((k, m))
    return n
