"""The standard deviation is given for the standard error.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: With four times as many values your number hardly changes. Should it?
hint: Single values stray further than their mean does.
hint: Divide by the root of n as well.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = x.std(ddof=1)
    return {"n": n, "mean": mean, "standard_error": error}
