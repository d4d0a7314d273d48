"""The different classes are counted, not the pieces that they fall into.

fails: count_regions
points: 0
section: Setting number of layers and their sizes
hint: How many regions has the single row 0, 1, 0?
hint: One class can have several pieces that don't touch.
hint: Look at where the cells are, not only at which numbers occur.
"""

import numpy as np


def count_regions(grid):
    return len(np.unique(grid))
