"""A small slope is left to the left of 0: this is leaky ReLU.

fails: relu
points: 0
section: Commonly used activation functions
hint: What does your function give for -100?
hint: ReLU is exactly 0 for every negative number.
hint: Nothing leaks in this exercise: take the slope on the left out.
"""

import numpy as np


def relu(z):
    return np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z))
