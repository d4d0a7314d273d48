"""The hidden biases have the wrong sign, so the units bend at minus the knots.

fails: relu_interpolant
points: 0
section: Representational power
hint: For which x is w1 x + b1 equal to zero in your network?
hint: A unit bends where its sum is 0; with weight 1 that is at minus its bias.
hint: A unit that bends at k has the sum x minus k.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)

    return np.ones(len(slopes)), knots[:-1], np.diff(slopes, prepend=0), values[0]
