"""The smaller of 0 and z is taken instead of the larger.

fails: relu
points: 0
section: Commonly used activation functions
hint: What does your function give for 3, and what for -3?
hint: Your results are never positive.
hint: ReLU keeps the larger of the two numbers.
"""

import numpy as np


def relu(z):
    return np.minimum(0, z)
