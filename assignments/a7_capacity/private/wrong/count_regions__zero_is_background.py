"""Only cells that are not 0 are counted, as if class 0 were empty background.

fails: count_regions
points: 0
section: Setting number of layers and their sizes
hint: How many regions has a grid full of zeros by your code?
hint: Class 0 is a class like any other.
hint: Begin a region at every cell that has no colour yet, whatever its number.
"""

import numpy as np


def count_regions(grid):
    grid = np.array(grid)
    seen = np.zeros(grid.shape, dtype=bool)
    seen[grid == 0] = True
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
