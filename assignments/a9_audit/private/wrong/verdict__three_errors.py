"""The interval goes three standard errors to each side, not two.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: How many errors does the exercise ask for, on each side?
hint: With three, results that lie inside are said to be open.
hint: Go two errors down and two errors up.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 3 * error, mean + 3 * error
    if low <= a and b <= high:
        return "agree"
    if b < low or high < a:
        return "differ"
    return "cannot tell"
