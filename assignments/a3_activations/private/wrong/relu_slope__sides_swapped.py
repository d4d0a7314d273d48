"""The sides are swapped: 1 stands on the left and 0 on the right.

fails: relu_slope
points: 0
section: Commonly used activation functions
hint: What does your function give for 3?
hint: On which side of 0 does ReLU rise?
hint: Look at the order of the two numbers in your choice.
"""

import numpy as np


def relu_slope(z):
    return np.where(np.asarray(z) > 0, 0.0, 1.0)
