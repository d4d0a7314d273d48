"""Only rows that are all above 0 count; those that are all below 0 are forgotten.

fails: same_sign_share
points: 0
section: Commonly used activation functions
hint: What does your function say of the row [-1, -2]?
hint: There are two ways to be of one sign.
hint: Join the two questions, all above and all below, with an 'or'. A column of ones for the bias is not needed.
"""

import numpy as np


def same_sign_share(gradients):
    return np.mean((np.asarray(gradients) > 0).all(axis=1))
