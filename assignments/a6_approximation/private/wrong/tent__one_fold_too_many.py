"""There is one fold too many: it starts from a folded x and folds depth times.

fails: tent
points: 0
section: Representational power
hint: How many folds does your function make for depth 0?
hint: Count the folds before the loop as well.
hint: Start the loop from x itself.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    for _ in range(depth + 1):
        x = np.minimum(2 * x, 2 - 2 * x)
    return x
