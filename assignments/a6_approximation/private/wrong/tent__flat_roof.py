"""On the second half it stays at 1 instead of coming down.

fails: tent
points: 0
section: Representational power
hint: What is your tent at 1?
hint: You cut the line off at 1.
hint: Beyond the middle the line falls back to 0.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    for _ in range(depth):
        x = np.clip(2 * x, 0, 1)
    return x
