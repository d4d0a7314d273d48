"""Rises are taken for slopes: the distances of the knots are forgotten.

fails: relu_interpolant
points: 0
section: Representational power
hint: What is the slope from a knot to the next in your code?
hint: A rise of 1 over a run of one half is a slope of 2.
hint: Divide each rise by the distance of its two knots.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots, dtype=float)
    values = f(knots)
    return np.ones(len(knots) - 1), -knots[:-1], np.diff(np.diff(values), prepend=0), values[0]
