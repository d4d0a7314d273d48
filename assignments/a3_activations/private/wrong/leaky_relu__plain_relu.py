"""Nothing leaks: negative numbers give 0, as with plain ReLU.

fails: leaky_relu
points: 0
section: Commonly used activation functions
hint: What does your function give for -100?
hint: To the left of 0 a small slope is left.
hint: Which multiple of z is due on the left?
"""

import numpy as np


def leaky_relu(z, alpha=0.01):
    return np.maximum(z, 0)
