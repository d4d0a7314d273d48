"""At an edge the bin on its left counts; it should be the one on its right.

fails: bump_sum
points: 2
section: Representational power
hint: Which bin does an edge belong to, in the text and in your code?
hint: Your bins own their right edges.
hint: The sign with equality belongs to the left edge of a bin; searchsorted has two sides as well.
"""

import numpy as np


def bump_sum(x, edges, heights):
    padded = np.concatenate([[0.0], heights, [0.0]])
    return padded[np.searchsorted(edges, x, side="left")]
