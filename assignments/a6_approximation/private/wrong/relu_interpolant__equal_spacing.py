"""All rises are divided by the first distance, but knots may be unevenly spaced.

fails: relu_interpolant
points: 3
section: Representational power
hint: Try the knots 0, 1 and 3.
hint: You divide by the distance of the first two knots only.
hint: Each stretch has a length of its own.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / (knots[1] - knots[0])
    return np.ones(len(slopes)), -knots[:-1], np.diff(slopes, prepend=0), values[0]
