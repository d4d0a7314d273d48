"""The curve is upside down: positive numbers give negative results.

fails: tanh_from_sigmoid
points: 0
section: Commonly used activation functions
hint: Does your curve rise or fall from left to right?
hint: Tanh has the sign of z.
hint: Which of the two terms is taken away from the other?
"""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def tanh_from_sigmoid(z):
    return 1 - 2 * sigmoid(2 * np.asarray(z, dtype=float))
