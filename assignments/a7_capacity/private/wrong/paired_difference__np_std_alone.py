"""np.std of the differences is returned as it is: it divides by n, and it is no error of a mean.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: Work the example with two pairs by hand: which two steps does the formula have?
hint: np.std divides by n unless you tell it, and the number of pairs must still make the error smaller.
hint: Divide by n - 1 inside the spread, and then the spread by the root of n.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a) - np.asarray(b)
    return np.mean(d), np.std(d)
