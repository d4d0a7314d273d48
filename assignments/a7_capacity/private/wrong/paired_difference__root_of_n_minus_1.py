"""The spread is divided by the root of n - 1, which belongs into the spread and not under it.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: With two pairs your error is too large. By which factor?
hint: n - 1 has done its work once the spread is there.
hint: Look at the formula: what stands under the root sign below the line?
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a) - np.asarray(b)
    return np.mean(d), np.std(d, ddof=1) / np.sqrt(len(d) - 1)
