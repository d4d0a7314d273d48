"""A new region begins wherever the cells above and to the left differ, so a U counts twice.

fails: count_regions
points: 3
section: Setting number of layers and their sizes
hint: How many regions is the letter U by your code?
hint: Two arms can look separate at the top and meet further down.
hint: When two pieces meet, they must become one.
"""

import numpy as np


def count_regions(grid):
    grid = np.asarray(grid)
    n = 0
    for i, j in np.ndindex(grid.shape):
        above = i > 0 and grid[i - 1, j] == grid[i, j]
        left = j > 0 and grid[i, j - 1] == grid[i, j]
        n += not (above or left)
    return n
