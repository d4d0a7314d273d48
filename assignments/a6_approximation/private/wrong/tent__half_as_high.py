"""The tent is only 0.5 high, because its slopes are 1 and -1.

fails: tent
points: 0
section: Representational power
hint: What is your tent in the middle, at 0.5?
hint: A tent that is 1 high rises by 1 over a run of one half.
hint: The slopes are 2 and -2.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    for _ in range(depth):
        x = np.minimum(x, 1 - x)
    return x
