"""Both weights come first and both biases last; each layer's weights and bias belong together.

fails: relu_interpolant
points: 0
section: Representational power
hint: Which of your four parts should be a single number, and where does it stand?
hint: w1, b1, w2 and b2 all seem to fit, but your second part holds output weights.
hint: Read the order in the table: what stands in its second row?
"""

import numpy as np


def relu_interpolant(f, knots):
    k = np.asarray(knots, dtype=float)
    y = np.asarray(f(k), dtype=float)
    slopes = np.diff(y) / np.diff(k)
    return np.ones(len(slopes)), np.diff(slopes, prepend=0), -k[:-1], y[0]
