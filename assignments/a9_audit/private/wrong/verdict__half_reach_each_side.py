"""Two errors are shared out: one to the left and none to the right.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: Print both ends of your interval. How far is each from the mean?
hint: The mean lies in the middle of its interval.
hint: Go two errors down and two errors up.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean
    if low <= a and b <= high:
        return "agree"
    if b < low or high < a:
        return "differ"
    return "cannot tell"
