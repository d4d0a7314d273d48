"""The signs of the differences are dropped, so a loss counts as a gain.

fails: paired_difference
points: 0
section: Setting number of layers and their sizes
hint: One square gives 2, another -2. What is their mean by your code?
hint: A net that wins and loses equally has a mean of 0.
hint: Keep the sign of each difference; nothing in the formula removes it.
"""

import numpy as np


def paired_difference(a, b):
    d = np.abs(np.asarray(a, dtype=float) - np.asarray(b, dtype=float))
    return d.mean(), d.std(ddof=1) / np.sqrt(d.size)
