"""The chain rule gives two factors of 2, and only one of them is there.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at 0? It should be 1.
hint: Tanh is 2 sigma(2z) - 1: what does the slope get from the inner 2?
hint: An inner factor multiplies the slope once more.
"""

import numpy as np


def tanh_slope(z):
    twice = 2 * np.asarray(z, dtype=float)
    a = np.exp(-np.logaddexp(0, -twice))
    return 2 * a * (1 - a)
