"""Earlier heights still count further right: each bump begins but never ends.

fails: bump_sum
points: 0
section: Representational power
hint: How many bumps are 1 at one x?
hint: In the second bin you get the sum of the first two heights.
hint: A bump has a right edge too; test both edges of each bin.
"""

import numpy as np


def bump_sum(x, edges, heights):
    steps = np.greater_equal.outer(np.asarray(x), np.asarray(edges)[:-1])
    return steps @ np.asarray(heights)
