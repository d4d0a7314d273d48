"""Only the changes at inner knots have units; nobody makes the first slope.

fails: relu_interpolant
points: 0
section: Representational power
hint: How does your network run from the first knot to the second?
hint: Your units stand at the inner knots only, so the network begins flat.
hint: The first slope is a change as well: from 0, at the first knot.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)

    return np.ones(len(slopes) - 1), -knots[1:-1], np.diff(slopes), values[0]
