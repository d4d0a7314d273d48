"""The change of slope is a hidden weight; a negative one turns its ReLU around.

fails: relu_interpolant
points: 1
section: Representational power
hint: In which direction does max(0, -2 (x - k)) rise?
hint: A ReLU with a negative weight is on to the left of its knot.
hint: Let the hidden units rise to the right, and put the sign into the output weight.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)

    w1 = np.diff(slopes, prepend=0)
    return w1, -w1 * knots[:-1], np.ones(len(slopes)), values[0]
