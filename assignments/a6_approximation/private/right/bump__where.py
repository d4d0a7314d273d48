"""Two conditions at once."""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x)
    return np.where((left <= x) & (x < right), 1, 0)
