"""The median is given for the mean.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: Let one value be very large. Does your middle move?
hint: The mean uses all values, the median only their order.
hint: Add all values up and divide by how many there are.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    mean = np.median(x)
    error = x.std(ddof=1) / np.sqrt(n)
    return {"n": n, "mean": mean, "standard_error": error}
