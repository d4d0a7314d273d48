"""The depth is ignored: there is always one fold.

fails: tent
points: 2
section: Representational power
hint: Does your result change with depth?
hint: Where does depth occur in your code?
hint: Repeat the fold depth times, each time on the last result.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    return np.minimum(2 * x, 2 - 2 * x)
