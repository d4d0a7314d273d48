"""This is ReLU itself and not its slope.

fails: relu_slope
points: 0
section: Commonly used activation functions
hint: How steep is ReLU at 5? What do you return?
hint: To the right of 0 the curve is a straight line: is it steeper at 5 than at 1?
hint: Only two different numbers can come out.
"""

import numpy as np


def relu_slope(z):
    return np.maximum(z, 0)
