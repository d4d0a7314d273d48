"""The root of n - 1 is taken as well as ddof=1, so the error is too large.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: Try 1 and 3: what do you get, and what by hand?
hint: n - 1 stands under the variance only.
hint: The second division is by the root of n.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = x.std(ddof=1) / np.sqrt(n - 1)
    return {"n": n, "mean": mean, "standard_error": error}
