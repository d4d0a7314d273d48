"""Outside the interval it returns -1, but the bump is 0 there.

fails: bump
points: 0
section: Representational power
hint: What does your function answer far to the right of the interval?
hint: Two bumps side by side are added up: what does yours take away from its neighbour?
hint: Inside 1, outside 0: look at the second of your two values.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return np.where((left <= x) & (x < right), 1, -1)
