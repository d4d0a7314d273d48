"""a (1 - a) is the formula for the sigmoid; tanh has another one.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at 0? It should be 1.
hint: Each curve has its own formula for the slope by the output.
hint: In the formula for tanh the output is squared.
"""

import numpy as np


def tanh_slope(z):
    a = np.tanh(z)
    return a * (1 - a)
