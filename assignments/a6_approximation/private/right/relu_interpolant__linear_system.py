"""Solves for output weights and bias; the hidden units are scaled by 3."""

import numpy as np


def relu_interpolant(f, knots):
    x = np.asarray(knots, dtype=float)
    w1, b1 = np.full(len(x) - 1, 3.0), -3.0 * x[:-1]
    hidden = np.maximum(0, np.outer(x, w1) + b1)
    solved = np.linalg.solve(np.column_stack([hidden, np.ones(len(x))]), f(x))
    return [w1, b1, solved[:-1], solved[-1]]
