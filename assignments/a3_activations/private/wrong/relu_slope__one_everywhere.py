"""The slope is 1 everywhere, but to the left of 0 nothing passes.

fails: relu_slope
points: 0
section: Commonly used activation functions
hint: What does your function give for -3?
hint: To the left of 0 ReLU is level. How steep is a level line?
hint: Two different numbers should come out, one for each side.
"""

import numpy as np


def relu_slope(z):
    return np.ones(np.shape(z))
