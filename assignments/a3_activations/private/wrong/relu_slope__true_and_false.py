"""True and False come back, and the exercise asks for the numbers 1 and 0.

fails: relu_slope
points: 0.5
section: Commonly used activation functions
hint: Print your result. Are these numbers?
hint: A comparison answers yes or no.
hint: NumPy can choose one of two numbers by a condition, entry by entry.
"""

import numpy as np


def relu_slope(z):
    return np.asarray(z) > 0
