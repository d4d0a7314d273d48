"""The words agree and differ are mixed up.

fails: verdict
points: 0
section: Setting number of layers and their sizes
hint: Try results in the very middle. What do you call them?
hint: Your comparisons are right.
hint: Exchange the two words.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "differ"
    if b < low or high < a:
        return "agree"
    return "cannot tell"
