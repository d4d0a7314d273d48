"""z itself stands in the formula where the output sigma(z) belongs.

fails: sigmoid_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at 0? It should be a quarter.
hint: Can the slope of a rising curve be negative? Try z = 2.
hint: The argument is the sum z: compute the output from it first.
"""

import numpy as np


def sigmoid_slope(z):
    z = np.asarray(z)
    return z * (1 - z)
