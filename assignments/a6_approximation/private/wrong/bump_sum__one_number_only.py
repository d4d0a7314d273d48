"""One if statement decides for the whole array, which Python refuses.

fails: bump_sum
points: 0
section: Representational power
hint: Try an x with two entries in different bins.
hint: An array of many entries has no single truth value.
hint: Each entry of x needs its own decision.
"""

import numpy as np


def bump_sum(x, edges, heights):
    x = np.asarray(x)
    for i in range(len(heights)):
        if edges[i] <= x and x < edges[i + 1]:
            return float(heights[i])
    return 0.0
