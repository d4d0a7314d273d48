"""Negative numbers are turned around instead of being cut off at 0.

fails: relu
points: 0
section: Commonly used activation functions
hint: What does your function give for -3?
hint: Your results are the absolute values.
hint: To the left of 0 the curve is flat: which number is it there?
"""

import numpy as np


def relu(z):
    return np.abs(z)
