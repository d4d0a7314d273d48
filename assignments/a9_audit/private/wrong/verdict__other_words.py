"""The words are spelt differently from the ones asked for.

fails: verdict
points: 0
section: Setting number of layers and their sizes
hint: Compare your texts with those of the exercise, letter by letter.
hint: Capital letters count.
hint: Small letters, and two words: cannot tell.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "Agree"
    if b < low or high < a:
        return "Differ"
    return "Cannot tell"
