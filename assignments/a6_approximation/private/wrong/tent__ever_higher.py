"""The second half is missing: the line goes on rising.

fails: tent
points: 0
section: Representational power
hint: What is your tent at 1?
hint: Your tent has only its left side.
hint: Decide for each entry on which side of 0.5 it lies.
"""

import numpy as np


def tent(x, depth):
    return np.asarray(x) * 2**depth
