"""The variance divides by n, so the interval comes out too short.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: Try few values, such as four. Is your error that of exercise 1?
hint: The mean is computed from the same values, so one of them is not free.
hint: NumPy calls it ddof=1.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=0) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "agree"
    if b < low or high < a:
        return "differ"
    return "cannot tell"
