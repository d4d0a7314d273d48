"""With depth 0 it folds once, because the first fold stands before the loop.

fails: tent
points: 2
section: Representational power
hint: What is your tent(0.75, 0)?
hint: The first fold is made before the loop begins, whatever depth is.
hint: Start from x itself and let the loop make all folds.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    x = np.minimum(2 * x, 2 - 2 * x)
    for _ in range(depth - 1):
        x = np.minimum(2 * x, 2 - 2 * x)
    return x
