"""It jumps from 1 back to 0 in the middle; a tent comes down slowly.

fails: tent
points: 0
section: Representational power
hint: What is your tent at 0.75, and just right of 0.5?
hint: Twice x without its whole part is a saw, with a jump at each tooth.
hint: On the second half the line falls with slope -2.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x, dtype=float)
    for _ in range(depth):
        x = 2 * x - (x > 0.5)
    return x
