"""Neighbours outside the grid are looked up too: Python raises an error, or takes the other edge.

fails: count_regions
points: 0
section: Setting number of layers and their sizes
hint: Try your function on a single row, and read the error.
hint: Behind the last row there is none. Before the first one, the index -1 means the last.
hint: Ask whether the row and the column of a neighbour exist before you look it up.
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
                if not seen[r, c] and grid[r, c] == grid[i, j]:
                    todo.append((r, c))
    return n_regions
