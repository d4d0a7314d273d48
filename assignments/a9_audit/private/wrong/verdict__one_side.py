"""Results that lie below the interval are never said to differ.

fails: verdict
points: 1
section: Setting number of layers and their sizes
hint: Try results far to the left, then far to the right.
hint: Two intervals can lie apart in two ways.
hint: Test both: the results' high end below, or their low end above.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "agree"
    if a > high:
        return "differ"
    return "cannot tell"
