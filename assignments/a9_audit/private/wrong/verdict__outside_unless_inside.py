"""Whatever does not lie wholly inside is said to differ.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: There are three verdicts. When do you give the third?
hint: Results across an end may still come out inside.
hint: Differ only if the intervals have no point in common.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if low <= a and b <= high:
        return "agree"
    return "differ"
