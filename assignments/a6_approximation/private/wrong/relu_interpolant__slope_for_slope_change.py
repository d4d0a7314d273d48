"""Each unit gets the whole slope of its stretch, but earlier units are still on.

fails: relu_interpolant
points: 1
section: Representational power
hint: What does the first unit do behind the second knot?
hint: A ReLU that is on stays on: further right all slopes add up.
hint: Each unit must add only what the slope gains or loses at its knot.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)

    return np.ones(len(slopes)), -knots[:-1], slopes, values[0]
