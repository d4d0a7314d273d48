"""This is the sigmoid's slope, a quarter at most; tanh is steeper.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at 0? It should be 1.
hint: Your largest slope is 0.25.
hint: Use the output of tanh and its own formula.
"""

import numpy as np


def tanh_slope(z):
    a = np.exp(-np.logaddexp(0, -np.asarray(z, dtype=float)))
    return a * (1 - a)
