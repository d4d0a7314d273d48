"""Nothing is ever said to differ.

fails: verdict
points: 1
section: Setting number of layers and their sizes
hint: Try your function on results far from the interval, on the left and on the right.
hint: Results cannot lie on both sides of an interval at once.
hint: Join the two comparisons by `or`.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "agree"
    if b < low and high < a:
        return "differ"
    return "cannot tell"
