"""The bump is divided by its width, as if its area had to be 1.

fails: bump
points: 0
section: Representational power
hint: What does your function answer inside an interval of width 2?
hint: The height of a bump is 1, however wide it is.
hint: The width of the interval does not belong into the formula.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return np.where((left <= x) & (x < right), 1 / (right - left), 0.0)
