"""The differences are b minus a, so the mean has the wrong sign.

fails: paired_difference
points: 1
section: Setting number of layers and their sizes
hint: If a is the better one everywhere, is your mean above zero?
hint: The spread doesn't notice the order, but the mean does.
hint: Read how d is defined: which letter stands first?
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(b, dtype=float) - np.asarray(a, dtype=float)
    return d.mean(), d.std(ddof=1) / np.sqrt(d.size)
