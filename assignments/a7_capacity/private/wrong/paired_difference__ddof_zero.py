"""The spread divides by n instead of n - 1, so the error comes out too small.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: With two pairs your error is too small by a factor of about 0.7. Where could that come from?
hint: What stands below the line in the formula of the spread?
hint: np.std has a keyword that changes what it divides by.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a, dtype=float) - np.asarray(b, dtype=float)
    return d.mean(), d.std() / np.sqrt(d.size)
