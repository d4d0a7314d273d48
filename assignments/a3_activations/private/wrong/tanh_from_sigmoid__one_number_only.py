"""The function works for a single number; lists and arrays raise an error.

fails: tanh_from_sigmoid
points: 0
section: Commonly used activation functions
hint: Try an array of two numbers and read the error.
hint: An if, and the functions of the module math, want one number.
hint: NumPy's functions work entry by entry.
"""

import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z > 0 else 1 - sigmoid(-z) if z < 0 else 0.5


def tanh_from_sigmoid(z):
    return 2 * sigmoid(2 * z) - 1
