"""The spread is divided by n instead of the root of n, so the error is far too small.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: How many times as many squares do you need to halve the error?
hint: Work the example with two pairs by hand: what is the spread divided by?
hint: Look at the sign over the n below the line.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a, dtype=float) - np.asarray(b, dtype=float)
    return d.mean(), d.std(ddof=1) / d.size
