"""The bump owns its right edge instead of its left one.

fails: bump
points: 2
section: Representational power
hint: Each bump owns one edge. Which one does yours own?
hint: Compare x = left and x = right with the formula.
hint: The sign that allows equality stands on the other side of x.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return ((left < x) & (x <= right)) * 1.0
