"""math.exp takes a single number, so lists and arrays raise an error.

fails: sigmoid
points: 0
section: Commonly used activation functions
hint: Try sigmoid([1, 2]) and read the error.
hint: The functions of the module math know nothing of arrays, and overflow with an error.
hint: NumPy has an exponential of its own that works entry by entry.
"""

import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z))
