"""The standard deviation is divided by n, not by its root.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: How much smaller does an error get with four times the values?
hint: Variances shrink with n; spreads shrink more slowly.
hint: Take the root of n before you divide.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = x.std(ddof=1) / n
    return {"n": n, "mean": mean, "standard_error": error}
