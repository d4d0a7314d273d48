"""The values are assumed to be an array, so a list raises an error.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: Try your function on a plain list.
hint: A list has no mean of its own.
hint: Turn the values into an array first; NumPy has a function for that.
"""

import numpy as np


def verdict(values, low, high):
    x = values
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "agree"
    if b < low or high < a:
        return "differ"
    return "cannot tell"
