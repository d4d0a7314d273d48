"""Negative numbers give 0, as with plain ReLU.

fails: prelu
points: 0
section: Commonly used activation functions
hint: What does your function give for z = -4 and an alpha of 0.5?
hint: To the left of 0 each unit has a slope of its own.
hint: Which multiple of z is due on the left?
"""

import numpy as np


def prelu(z, alpha):
    return np.maximum(z, 0)
