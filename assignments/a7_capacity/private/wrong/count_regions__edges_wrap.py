"""The left edge is joined to the right one and the top to the bottom, as on a ring.

fails: count_regions
points: 1
section: Setting number of layers and their sizes
hint: How many regions has the single row 0, 1, 0 by your code?
hint: In Python the index -1 is no error: it is the last row or column.
hint: A neighbour outside the grid does not exist. Ask for that before you look.
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
            for k, m in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                k, m = k % grid.shape[0], m % grid.shape[1]
                if not seen[k, m] and grid[k, m] == grid[i, j]:
                    seen[k, m] = True
                    todo.append((k, m))
    return n
