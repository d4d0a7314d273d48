"""Neighbours in row 0 or column 0 are never visited, because 0 counts as outside.

fails: count_regions
points: 0
section: Setting number of layers and their sizes
hint: How many regions has the single row 0, 0, 0 by your code?
hint: Which is the first row of an array, 0 or 1?
hint: A place is outside if its row or column is below 0, and 0 itself is inside.
"""

import numpy as np


def count_regions(grid):
    grid = np.asarray(grid)
    n_rows, n_columns = grid.shape
    seen = np.zeros(grid.shape, dtype=bool)
    n_regions = 0
    for start in np.ndindex(grid.shape):
        if seen[start]:
            continue
        n_regions += 1
        todo = [start]
        while todo:
            i, j = todo.pop()
            seen[i, j] = True
            for r, c in [(i, j + 1), (i + 1, j), (i, j - 1), (i - 1, j)]:
                if 0 < r < n_rows and 0 < c < n_columns and not seen[r, c]:
                    if grid[r, c] == grid[i, j]:
                        todo.append((r, c))
    return n_regions
