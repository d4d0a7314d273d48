"""Inside the interval it returns x itself, but the bump is 1 there.

fails: bump
points: 0
section: Representational power
hint: How high is a bump, and does its height depend on x?
hint: Your result inside the interval changes with x.
hint: Multiply nothing by x: inside, the answer is always the same number.
"""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return np.where((left <= x) & (x < right), x, 0.0)
