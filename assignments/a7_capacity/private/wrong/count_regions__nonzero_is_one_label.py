"""All classes but 0 are treated as one and the same class.

fails: count_regions
points: 3
section: Setting number of layers and their sizes
hint: How many regions has the single row 2, 5 by your code?
hint: Your code asks whether a cell is 0. The classes may be any numbers.
hint: Compare each cell with its neighbour: are the two numbers equal?
"""

import numpy as np


def count_regions(grid):
    grid = np.array(grid) != 0
    seen = np.zeros(grid.shape, dtype=bool)
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
