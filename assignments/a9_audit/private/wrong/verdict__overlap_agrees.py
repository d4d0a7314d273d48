"""Any overlap of the two intervals is called agreement.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: Draw results that reach far beyond an end. Do they agree?
hint: Some of the overlapping results lie outside.
hint: Agree only if both ends of the results lie inside.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if b < low or high < a:
        return "differ"
    return "agree"
