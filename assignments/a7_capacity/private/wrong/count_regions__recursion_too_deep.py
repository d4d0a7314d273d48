"""The function calls itself for each cell, and Python stops it in a large region.

fails: count_regions
points: 3
section: Setting number of layers and their sizes
hint: Try a grid of 60 rows and 60 columns with zeros alone. What does Python say?
hint: Python allows about 1,000 calls inside each other; a region may have more cells.
hint: Keep the cells that are still to be visited in a list, and work it off in a loop.
"""

import numpy as np


def count_regions(grid):
    grid = np.asarray(grid)
    seen = np.zeros(grid.shape, dtype=bool)

    def visit(i, j, label):
        inside = 0 <= i < grid.shape[0] and 0 <= j < grid.shape[1]
        if not inside or seen[i, j] or grid[i, j] != label:
            return 0
        seen[i, j] = True
        for k, m in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
            visit(k, m, label)
        return 1

    return sum(visit(i, j, grid[i, j]) for i, j in np.ndindex(grid.shape))
