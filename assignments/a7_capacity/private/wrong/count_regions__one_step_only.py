"""Only the direct neighbours of a first cell are coloured; their own neighbours are forgotten.

fails: count_regions
points: 0
section: Setting number of layers and their sizes
hint: How many regions has a single row of five zeros by your code?
hint: A region goes on behind the first neighbours.
hint: Each cell that you colour has neighbours too: put it on the list of cells to look at.
"""

import numpy as np


def count_regions(grid):
    grid = np.asarray(grid)
    n_rows, n_columns = grid.shape
    seen = np.zeros(grid.shape, dtype=bool)
    n_regions = 0
    for i, j in np.ndindex(grid.shape):
        if seen[i, j]:
            continue
        n_regions += 1
        for r, c in [(i, j), (i, j + 1), (i + 1, j), (i, j - 1), (i - 1, j)]:
            if 0 <= r < n_rows and 0 <= c < n_columns and grid[r, c] == grid[i, j]:
                seen[r, c] = True
    return n_regions
