"""Each unit adds the difference to the first slope, but the earlier units go on as well.

fails: relu_interpolant
points: 1
section: Representational power
hint: With three knots your network is right. What goes wrong with four?
hint: Behind the third knot three ramps add up. Which slope do they make together?
hint: Each unit makes the change from the stretch right before it.
"""

import numpy as np


def relu_interpolant(f, knots):
    k = np.asarray(knots, dtype=float)
    y = np.asarray(f(k), dtype=float)
    slopes = np.diff(y) / np.diff(k)
    w2 = slopes - slopes[0]
    w2[0] = slopes[0]
    return np.ones(len(w2)), -k[:-1], w2, y[0]
