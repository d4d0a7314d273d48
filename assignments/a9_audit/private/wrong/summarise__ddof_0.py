"""The variance divides by n, so the error comes out too small.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: How large is the spread that two values can show? Try 1 and 3.
hint: The mean is computed from the same values, so one of them is not free.
hint: Divide the sum of squares by n - 1; NumPy calls it ddof=1.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = x.std() / np.sqrt(n)
    return {"n": n, "mean": mean, "standard_error": error}
