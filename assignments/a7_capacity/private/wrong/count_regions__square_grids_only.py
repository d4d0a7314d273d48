"""Both loops run over the number of rows, so grids that are not square go wrong.

fails: count_regions
points: 0
section: Setting number of layers and their sizes
hint: Try a grid of 2 rows and 5 columns. Which columns does your code visit?
hint: A grid has two sizes; your code uses one of them twice.
hint: grid.shape holds the number of rows and the number of columns.
"""

import numpy as np


def count_regions(grid):
    grid = np.array(grid)
    seen = np.zeros(grid.shape, dtype=bool)
    n = 0
    for start in np.ndindex(len(grid), len(grid)):
        n += not seen[start]
        todo = [] if seen[start] else [start]
        while todo:
            i, j = todo.pop()
            seen[i, j] = True
            for k, m in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                inside = 0 <= k < grid.shape[0] and 0 <= m < grid.shape[1]
                if inside and not seen[k, m] and grid[k, m] == grid[i, j]:
                    seen[k, m] = True
                    todo.append((k, m))
    return n
