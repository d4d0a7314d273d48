"""Small slopes are treated as 0, although they have a sign.

fails: same_sign_share
points: 2
section: Commonly used activation functions
hint: Multiply all slopes by 1e-9. Does your share change?
hint: A sign needs no size: 1e-9 is positive.
hint: Compare with 0 itself, without any margin.
"""

import numpy as np


def same_sign_share(gradients):
    gradients = np.asarray(gradients)
    return np.mean((gradients > 1e-6).all(axis=1) | (gradients < -1e-6).all(axis=1))
