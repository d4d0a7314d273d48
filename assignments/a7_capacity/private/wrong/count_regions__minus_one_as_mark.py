"""Cells already seen are marked by -1, so regions of the class -1 are never counted.

fails: count_regions
points: 3
section: Setting number of layers and their sizes
hint: How many regions has the single row -1, 2, -1 by your code?
hint: Your mark is a number that can also be a class.
hint: Remember the cells apart from the classes, in an array of truth values.
"""

import numpy as np


def count_regions(grid):
    grid = np.array(grid)
    seen = np.zeros(grid.shape, dtype=bool)
    seen[grid == -1] = True
    n = 0
    for start in np.ndindex(grid.shape):
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
