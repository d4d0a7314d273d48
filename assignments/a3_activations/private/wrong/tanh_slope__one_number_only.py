"""The functions of the module math take a single number, so arrays raise an error.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: Try tanh_slope([1, 2]) and read the error.
hint: The module math knows nothing of lists and arrays.
hint: NumPy has a tanh of its own that works entry by entry.
"""

import math


def tanh_slope(z):
    return 1 - math.tanh(z) ** 2
