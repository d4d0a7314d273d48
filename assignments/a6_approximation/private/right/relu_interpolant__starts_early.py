"""The first unit begins one to the left of all knots; all others at inner knots. It prints."""

import numpy as np


def relu_interpolant(f, knots):
    x = np.asarray(knots, dtype=float)
    y = np.asarray(f(x), dtype=float)
    slopes = np.diff(y) / np.diff(x)
    print("slopes", slopes)
    bends = np.append(x[0] - 1, x[1:-1])
    return np.ones(len(bends)), -bends, np.diff(slopes, prepend=0), y[0] - slopes[0]
