"""The output bias is 0, so the network begins at height 0 instead of f there.

fails: relu_interpolant
points: 0
section: Representational power
hint: What does your network compute at the first knot?
hint: All units are still 0 at the first knot; only the output bias is left.
hint: The height at the first knot must come from b2.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)

    return np.ones(len(slopes)), -knots[:-1], np.diff(slopes, prepend=0), 0.0
