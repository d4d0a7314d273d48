"""One if statement decides for the whole array, which Python refuses.

fails: bump
points: 2
section: Representational power
hint: Try bump([0.5, 3.0], 0, 1).
hint: An array of many entries has no single truth value.
hint: Each entry needs its own decision; NumPy can choose entry by entry.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    if left <= x and x < right:
        return 1.0
    return 0.0
