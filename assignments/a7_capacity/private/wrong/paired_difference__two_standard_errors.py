"""Two standard errors are returned, the length of a bar in the figure, instead of one.

fails: paired_difference
points: 2
section: Setting number of layers and their sizes
hint: By which factor are you off in the first example?
hint: The figure in the notebook shows bars; the formula here has no such factor.
hint: The factor of two belongs to the decision, not to the error.
"""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a, dtype=float) - np.asarray(b, dtype=float)
    return d.mean(), 2 * d.std(ddof=1) / np.sqrt(d.size)
