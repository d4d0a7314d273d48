"""The left side has a small slope: this is leaky ReLU.

fails: relu_slope
points: 0
section: Commonly used activation functions
hint: What does your function give for -3?
hint: ReLU is exactly level to the left of 0.
hint: Nothing leaks in this exercise; the next one does.
"""

import numpy as np


def relu_slope(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.01)
