"""With whole knots the weights land in an integer array, which cuts off fractions.

fails: relu_interpolant
points: 3
section: Representational power
hint: Try the knots 0 and 2 with f(x) = x / 4. Which weight comes out?
hint: An array that is made like whole numbers holds only whole numbers.
hint: Make the array of weights one of floats.
"""

import numpy as np


def relu_interpolant(f, knots):
    knots = np.asarray(knots)
    values = f(knots)
    w2, before = np.zeros_like(knots[:-1]), 0
    for i in range(len(w2)):
        slope = (values[i + 1] - values[i]) / (knots[i + 1] - knots[i])
        w2[i], before = slope - before, slope
    return np.ones(len(w2)), -knots[:-1], w2, values[0]
