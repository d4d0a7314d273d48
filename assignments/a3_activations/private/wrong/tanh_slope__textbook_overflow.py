"""Tanh is computed from exponentials that overflow, and infinity over infinity is nan.

fails: tanh_slope
points: 0.5
section: Commonly used activation functions
hint: What does your function give for 1000?
hint: np.exp(1000) is inf, and inf divided by inf is nan.
hint: NumPy's own tanh is safe for all numbers.
"""

import numpy as np


def tanh_slope(z):
    z = np.asarray(z, dtype=float)
    a = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return 1 - a**2
