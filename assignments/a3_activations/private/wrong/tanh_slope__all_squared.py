"""The difference is squared, where only the output is to be squared.

fails: tanh_slope
points: 0
section: Commonly used activation functions
hint: What is your slope at -10,000? The curve is flat there.
hint: At 1 and at -1 the curve is equally steep. Is your slope?
hint: Square the output first, and take that from 1.
"""

import numpy as np


def tanh_slope(z):
    return (1 - np.tanh(z)) ** 2
