"""Zero and one are swapped: it is 1 outside of the interval.

fails: bump
points: 0
section: Representational power
hint: What does your function answer in the middle of the interval?
hint: Your function is a dent and no bump.
hint: Look at the order of the two values, or at the direction of the two signs.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return np.where((x < left) | (x >= right), 1.0, 0.0)
