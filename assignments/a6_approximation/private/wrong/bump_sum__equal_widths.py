"""The bin is found by dividing by one width, but bins may have different widths.

fails: bump_sum
points: 1
section: Representational power
hint: Try the edges 0, 1 and 3 at x = 2.5.
hint: You divide by the mean width, which is right only if all bins have it.
hint: Compare x with the edges of each bin.
"""

import numpy as np


def bump_sum(x, edges, heights):
    x, n = np.asarray(x, dtype=float), len(heights)
    which = np.floor((x - edges[0]) / (edges[-1] - edges[0]) * n).astype(int)
    outside = (which < 0) | (which >= n)
    return np.where(outside, 0.0, np.asarray(heights)[np.clip(which, 0, n - 1)])
