"""Equal ends are not counted as inside.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: Try 0.5, 0.5, 0.5 with the interval from 0.5 to 1.
hint: What does the exercise say of equal ends?
hint: Use comparisons that allow equality where you test for inside.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if low < a and b < high:
        return "agree"
    if b < low or high < a:
        return "differ"
    return "cannot tell"
