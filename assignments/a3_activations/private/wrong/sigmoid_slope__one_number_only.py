"""The functions of the module math take a single number, so arrays raise an error.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: Try sigmoid_slope([1, 2]) and read the error.
hint: The module math knows nothing of lists and arrays.
hint: NumPy has an exponential of its own that works entry by entry.
"""

import math


def sigmoid_slope(z):
    small = math.exp(-abs(z))
    return small / (1 + small) ** 2
