"""The knots are negated in place, so the caller's knots are lost.

fails: relu_interpolant
points: 3
section: Representational power
hint: Print the knots before and after you call your function.
hint: An operator such as *= writes into the caller's array.
hint: Compute the biases in a new array.
"""

import numpy as np


def relu_interpolant(f, knots):
    if not isinstance(knots, np.ndarray) or knots.dtype.kind == "i":
        knots = np.array(knots, dtype=float)
    values = f(knots)
    slopes = np.diff(values) / np.diff(knots)
    knots *= -1
    return np.ones(len(slopes)), knots[:-1], np.diff(slopes, prepend=0), values[0]
