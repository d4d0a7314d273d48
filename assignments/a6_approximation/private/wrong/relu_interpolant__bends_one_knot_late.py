"""The units begin at the right knot of their stretch, one knot too late.

fails: relu_interpolant
points: 0
section: Representational power
hint: Which unit is on between the first knot and the second?
hint: Your network is flat until the second knot.
hint: The unit that makes the slope of a stretch begins at its left knot.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)

    return np.ones(len(slopes)), -knots[1:], np.diff(slopes, prepend=0), values[0]
