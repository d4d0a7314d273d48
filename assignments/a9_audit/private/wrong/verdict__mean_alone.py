"""Only the mean is compared, as if it were certain.

fails: verdict
points: 2
section: Setting number of layers and their sizes
hint: Would another set of seeds give the same mean?
hint: A mean has an error; look a little to its left and right.
hint: Compare both ends of the results' interval, two errors from the mean.
"""

import numpy as np


def verdict(values, low, high):
    mean = np.mean(values)
    return "agree" if low <= mean <= high else "differ"
