"""1 minus the square is the formula for tanh; the sigmoid has another one.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at 0? It should be a quarter.
hint: Each curve has its own formula for the slope by the output.
hint: Which two numbers are multiplied in the sigmoid's formula?
"""

import numpy as np


def sigmoid_slope(z):
    a = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return 1 - a**2
