"""All folds at once: the distance to the nearest even number, by a remainder."""

import numpy as np


def tent(x, depth):
    y = np.mod(np.asarray(x, dtype=float) * 2**depth, 2)
    return np.where(y <= 1, y, 2 - y)
