"""The interval goes one standard error to each side, not two.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: How many errors does the exercise ask for, on each side?
hint: One error holds the true mean only two times in three.
hint: Double your reach.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - error, mean + error
    if low <= a and b <= high:
        return "agree"
    if b < low or high < a:
        return "differ"
    return "cannot tell"
