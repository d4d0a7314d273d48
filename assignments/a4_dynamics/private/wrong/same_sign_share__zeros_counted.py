"""A 0 is taken to agree with either sign, so rows that hold a 0 count too.

fails: same_sign_share
points: 2
section: Commonly used activation functions
hint: What does your function say of the row [0, 5]?
hint: Look at your comparisons: what do they answer for 0?
hint: A slope is above 0, below 0 or neither; only the first two are signs.
"""

import numpy as np


def same_sign_share(gradients):
    gradients = np.asarray(gradients)
    return np.mean((gradients >= 0).all(axis=1) | (gradients <= 0).all(axis=1))
