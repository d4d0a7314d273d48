"""The standard deviation is divided by n, not by its root, so the interval is too short.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: Try few values, such as four. Is your error that of exercise 1?
hint: With four times as many seeds the error becomes half as large, not a quarter.
hint: Divide by the root of n.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / x.size
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "agree"
    if b < low or high < a:
        return "differ"
    return "cannot tell"
