"""For n it gives the number of values less one.

fails: summarise
points: 2
section: Setting number of layers and their sizes
hint: How many values does the list [1, 3] have?
hint: n - 1 is a divisor and no count.
hint: Report the length of the list under n.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    error = x.std(ddof=1) / np.sqrt(n)
    return {"n": n - 1, "mean": mean, "standard_error": error}
