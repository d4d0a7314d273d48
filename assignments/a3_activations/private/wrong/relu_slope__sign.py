"""The left side gets -1, but a flat line has a slope of 0.

fails: relu_slope
points: 0
section: Commonly used activation functions
hint: What does your function give for -3?
hint: To the left of 0 ReLU is level. How steep is a level line?
hint: The sign of z is -1, 0 or 1; here the first two are both 0.
"""

import numpy as np


def relu_slope(z):
    return np.sign(z)
