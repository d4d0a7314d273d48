"""No dict comes back: the numbers are only printed, or they have no names.

fails: summarise
points: 0
section: Setting number of layers and their sizes
hint: Does your function end with `return`? What does the exercise call the three results?
hint: A dict has names, a tuple has places.
hint: Put each number behind its name, in braces.
"""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = len(x)
    mean = x.mean()
    return n, mean, x.std(ddof=1) / np.sqrt(n)
