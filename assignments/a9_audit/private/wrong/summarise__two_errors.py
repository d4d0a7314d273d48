"""Two standard errors are given in place of one.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: Compare your number with the example of 1 and 3.
hint: An interval goes two errors to each side, but one error is asked for.
hint: Leave the factor 2 to the verdict.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = 2 * x.std(ddof=1) / np.sqrt(n)
    return {"n": n, "mean": mean, "standard_error": error}
