"""The changes of slope have the wrong sign: the old slope minus the new one.

fails: relu_interpolant
points: 1
section: Representational power
hint: The slopes are 1 and then 3. Must the second unit lift the line or press it down?
hint: Up to the second knot your network is right, and then it bends the wrong way.
hint: The change is the new slope minus the old one.
"""

import numpy as np


def relu_interpolant(f, knots):
    k = np.asarray(knots, dtype=float)
    y = np.asarray(f(k), dtype=float)
    slopes = np.diff(y) / np.diff(k)
    w2 = -np.diff(slopes, prepend=0)
    w2[0] = slopes[0]
    return np.ones(len(w2)), -k[:-1], w2, y[0]
