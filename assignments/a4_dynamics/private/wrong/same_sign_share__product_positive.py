"""The sign of the product decides, but two minus signs cancel in it.

fails: same_sign_share
points: 0
section: Commonly used activation functions
hint: What is the product of -1, -2 and 3?
hint: A product tells whether the number of minus signs is even, no more.
hint: Ask about each slope by itself, then whether all answers agree.
"""

import numpy as np


def same_sign_share(gradients):
    return np.mean(np.prod(np.sign(gradients), axis=1) > 0)
