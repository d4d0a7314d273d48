"""Changes between neighbouring cells are counted; that is the border's length, not regions.

fails: count_regions
points: 0
section: Setting number of layers and their sizes
hint: How many regions has a grid with a single class by your code?
hint: A longer border does not mean more regions.
hint: Colour a whole region, then look for the next one.
"""

import numpy as np


def count_regions(grid):
    grid = np.asarray(grid)
    return int(np.sum(grid[1:] != grid[:-1]) + np.sum(grid[:, 1:] != grid[:, :-1]))
