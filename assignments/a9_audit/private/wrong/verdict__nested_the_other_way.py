"""Agreement is given where the fixed interval lies inside that of the results.

fails: verdict
points: 0
section: Setting number of layers and their sizes
hint: Take very uncertain results. Do they agree with everything?
hint: Which interval must lie inside which?
hint: The results must lie inside the interval that was set before.
"""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if a <= low and high <= b:
        return "agree"
    if b < low or high < a:
        return "differ"
    return "cannot tell"
