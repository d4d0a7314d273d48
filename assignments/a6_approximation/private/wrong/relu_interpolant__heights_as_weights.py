"""The output weights are the heights of f, as for bumps; a ReLU has no height.

fails: relu_interpolant
points: 0
section: Representational power
hint: What does a ReLU add one unit to the right of its knot?
hint: Bumps are weighted by heights, but ReLUs are ramps.
hint: The weight of a ramp is a slope; find how much the slope must change at each knot.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    return np.ones(len(knots) - 1), -knots[:-1], values[1:], values[0]
