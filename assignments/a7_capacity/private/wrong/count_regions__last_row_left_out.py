"""Neighbours in the last row or column are never visited: the test for the edge stops too early.

fails: count_regions
points: 0
section: Setting number of layers and their sizes
hint: How many regions has the single row 0, 0, 0 by your code?
hint: In an array of 5 rows, which number has the last one?
hint: A place is inside up to n - 1, so it must be less than n.
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
                if 0 <= r < n_rows - 1 and 0 <= c < n_columns - 1 and not seen[r, c]:
                    if grid[r, c] == grid[i, j]:
                        todo.append((r, c))
    return n_regions
