"""knots is assumed to be an array, so a plain list raises an error.

fails: relu_interpolant
points: 3
section: Representational power
hint: Try a list of knots and read the error.
hint: A list has no minus sign.
hint: Turn knots into an array first.
"""

import numpy as np


def relu_interpolant(f, knots):
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)
    return np.ones(len(slopes)), -knots[:-1], np.diff(slopes, prepend=0), values[0]
