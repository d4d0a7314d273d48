"""The variance is divided by the root of n, where the standard deviation should be.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: Which unit does your error have: that of the values, or its square?
hint: The standard deviation is the root of the variance.
hint: Take two roots: one of the variance, one of n.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = x.var(ddof=1) / np.sqrt(n)
    return {"n": n, "mean": mean, "standard_error": error}
