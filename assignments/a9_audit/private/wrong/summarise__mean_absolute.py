"""The mean distance from the mean is taken for the standard deviation.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: Which distances count more in a standard deviation, large or small ones?
hint: Absolute values stand where squares should.
hint: Square the deviations, average with n - 1, then take the root.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = np.abs(x - mean).mean() / np.sqrt(n)
    return {"n": n, "mean": mean, "standard_error": error}
