"""There is a unit for every knot and one for the height, more than needed.

fails: relu_interpolant
points: 3
section: Representational power
hint: How many units does your network have for two knots?
hint: A unit at the last knot does nothing between the knots.
hint: Leave out what is 0 at all knots; the height needs no unit of its own either.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)

    w1 = np.append(np.ones(len(knots)), 0.0)
    b1 = np.append(-knots, 1.0)
    return w1, b1, np.append(np.diff(slopes, prepend=0, append=0), values[0]), 0.0
