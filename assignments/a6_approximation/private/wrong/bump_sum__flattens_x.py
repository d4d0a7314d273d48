"""x is laid flat, so a table of points comes back as one row.

fails: bump_sum
points: 2
section: Representational power
hint: Which shape do you get for an x of shape (2, 3)?
hint: Your numbers are right, but the shape of x is lost.
hint: Give the result the shape that x had.
"""

import numpy as np


def bump_sum(x, edges, heights):
    out = []
    for value in np.ravel(x):
        total = 0.0
        for i in range(len(heights)):
            if edges[i] <= value < edges[i + 1]:
                total += heights[i]
        out.append(total)
    return np.array(out) if np.ndim(x) else out[0]
