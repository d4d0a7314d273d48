"""The result is 0 or 1: this is the slope of ReLU, not its value.

fails: relu
points: 0
section: Commonly used activation functions
hint: What does your function give for 3? And for 4?
hint: To the right of 0 the output grows with z.
hint: A comparison alone tells where z is positive; what should stand there?
"""

import numpy as np


def relu(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
