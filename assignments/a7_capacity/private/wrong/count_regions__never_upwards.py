"""Only the neighbours to the left, to the right and below are visited, never the one above.

fails: count_regions
points: 3
section: Setting number of layers and their sizes
hint: How many regions is the letter U by your code?
hint: A region may turn upwards again, as the second arm of a U does.
hint: A cell has four neighbours. Which one is missing in your list?
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
            for r, c in [(i, j + 1), (i + 1, j), (i, j - 1)]:
                if 0 <= r < n_rows and 0 <= c < n_columns and not seen[r, c]:
                    if grid[r, c] == grid[i, j]:
                        todo.append((r, c))
    return n_regions
