"""One if statement decides for the whole array, which Python refuses.

fails: tent
points: 0
section: Representational power
hint: Try tent([0.25, 0.75], 1).
hint: An array of many entries has no single truth value.
hint: Each entry needs its own decision; NumPy can choose entry by entry.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        if x <= 0.5:
            x = 2 * x
        else:
            x = 2 - 2 * x
    return x
