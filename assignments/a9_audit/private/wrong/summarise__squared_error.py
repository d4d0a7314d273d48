"""The square of the standard error is returned: a root is missing.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: Which unit does your error have: that of the values, or its square?
hint: You divide a variance by n. What is left to do?
hint: Take the square root at the end.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = x.var(ddof=1) / n
    return {"n": n, "mean": mean, "standard_error": error}
