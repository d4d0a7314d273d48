"""The variance over n is returned, and its root is never taken.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: In which unit is your error, points or squared points?
hint: If all accuracies are ten times as large, the error must be ten times as large.
hint: Your number is the square of what is asked.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a, dtype=float) - np.asarray(b, dtype=float)
    return d.mean(), d.var(ddof=1) / d.size
