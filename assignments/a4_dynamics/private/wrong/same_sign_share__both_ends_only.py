"""Only the first and the last slope of a row are compared; those between have no say.

fails: same_sign_share
points: 0
section: Commonly used activation functions
hint: What does your function say of the row [1, -2, 3]?
hint: Your code looks at two columns, however many there are.
hint: Every slope of the row must have the sign of all the others.
"""

import numpy as np


def same_sign_share(gradients):
    g = np.asarray(gradients)
    return np.mean(g[:, 0] * g[:, -1] > 0)
