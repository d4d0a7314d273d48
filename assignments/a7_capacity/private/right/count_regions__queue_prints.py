"""Breadth first, marks in an array of its own; prints, warns, NumPy integer back."""

import warnings
from collections import deque

import numpy as np


def count_regions(grid):
    grid = np.array(grid)
    region = np.zeros(grid.shape, dtype=np.int32)
    for start in zip(*np.indices(grid.shape).reshape(2, -1), strict=True):
        if region[start]:
            continue
        number = region[start] = region.max() + 1
        queue = deque([start])
        while queue:
            i, j = queue.popleft()
            for k, m in ((i, j + 1), (i + 1, j), (i, j - 1), (i - 1, j)):
                if min(k, m) < 0 or k >= len(grid) or m >= len(grid[0]):
                    continue
                if region[k, m] == 0 and grid[k, m] == grid[i, j]:
                    region[k, m] = number
                    queue.append((k, m))
    print(region)
    warnings.warn("slow for large grids", stacklevel=2)
    return region.max()
