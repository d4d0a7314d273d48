"""Results are said to differ as soon as their mean lies outside.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: Let the mean lie just outside an end, and draw the two intervals.
hint: Is there a point that both intervals hold?
hint: Results differ if even the end nearest to the interval does not reach it.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "agree"
    if mean < low or high < mean:
        return "differ"
    return "cannot tell"
