"""The output bias is f(0), but the network begins at the first knot.

fails: relu_interpolant
points: 0
section: Representational power
hint: At which x are all your units still 0?
hint: f(0) is the right start only if the first knot is at 0.
hint: Ask f at the first knot.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)

    return np.ones(len(slopes)), -knots[:-1], np.diff(slopes, prepend=0), float(f(0.0))
