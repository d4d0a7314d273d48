"""The tent is multiplied by the depth, as if folds added up.

fails: tent
points: 2
section: Representational power
hint: Can your result be larger than 1?
hint: Three folds are not three times one fold.
hint: Take the result of one fold as the input of the next.
"""

import numpy as np


def tent(x, depth):
    x = np.asarray(x)
    return depth * np.minimum(2 * x, 2 - 2 * x) if depth else x
