"""Cells that touch at a corner count as neighbours, so separate regions are joined.

fails: count_regions
points: 3
section: Setting number of layers and their sizes
hint: How many regions has [[0, 1], [1, 0]] by your code?
hint: How many neighbours does a cell in the middle have by your code?
hint: Only left, right, above and below are neighbours: row and column never change together.
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
            for k, m in [(i + p, j + q) for p in (-1, 0, 1) for q in (-1, 0, 1)]:
                inside = 0 <= k < grid.shape[0] and 0 <= m < grid.shape[1]
                if inside and not seen[k, m] and grid[k, m] == grid[i, j]:
                    seen[k, m] = True
                    todo.append((k, m))
    return n
