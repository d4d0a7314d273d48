"""Only the mean is returned, so nobody can tell how sure it is.

fails: paired_difference
points: 1
section: Setting number of layers and their sizes
hint: How many numbers does your function hand over?
hint: The text asks for a pair.
hint: Compute the error as well, and return both, with a comma between them.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a, dtype=float) - np.asarray(b, dtype=float)
    return d.mean()
