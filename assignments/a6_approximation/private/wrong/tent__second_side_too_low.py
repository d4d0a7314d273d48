"""The second side is 1 lower than it should be: it runs from 0 to -1.

fails: tent
points: 0
section: Representational power
hint: What is your tent just right of 0.5?
hint: Both sides must meet in the middle, at 1.
hint: A line with slope -2 that is 0 at x = 1: at which height does it start?
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    for _ in range(depth):
        x = np.where(x <= 0.5, 2 * x, 1 - 2 * x)
    return x
