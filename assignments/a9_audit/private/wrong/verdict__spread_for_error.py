"""The standard deviation is taken for the standard error, so hardly anything is ever decided.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: With a hundred times the values, does your interval get narrower?
hint: Single values stray further than their mean.
hint: Divide the standard deviation by the root of n.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1)
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "agree"
    if b < low or high < a:
        return "differ"
    return "cannot tell"
