"""Three parts are returned, and the output bias is missing.

fails: relu_interpolant
points: 0
section: Representational power
hint: How many parts are asked for?
hint: Without b2 the network is 0 where all units are 0.
hint: Return w1, b1, w2 and b2, in this order.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)

    return np.ones(len(slopes)), -knots[:-1], np.diff(slopes, prepend=0)
