"""One of the two conditions is enough, so it is 1 everywhere.

fails: bump
points: 0
section: Representational power
hint: Is there any x for which your function answers 0?
hint: Every number is to the right of left or to the left of right.
hint: Both conditions must hold at the same time.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return ((left <= x) | (x < right)) * 1.0
