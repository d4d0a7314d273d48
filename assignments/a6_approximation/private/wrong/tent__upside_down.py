"""The tent stands on its head: 1 at both ends and 0 in the middle.

fails: tent
points: 0
section: Representational power
hint: What is your tent at 0, and at 0.5?
hint: Your line first falls and then rises.
hint: It must begin at 0: look at the order of the two pieces.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    for _ in range(depth):
        x = np.abs(2 * x - 1)
    return x
