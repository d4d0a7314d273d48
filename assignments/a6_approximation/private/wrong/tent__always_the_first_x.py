"""Each fold starts again from x, so all folds but the last are lost.

fails: tent
points: 2
section: Representational power
hint: What goes into the second fold in your loop?
hint: Your loop computes the same result again and again.
hint: Let the loop read the variable that it writes.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    y = x
    for _ in range(depth):
        y = np.minimum(2 * x, 2 - 2 * x)
    return y
