"""It returns how many rows are of one sign, not which share.

fails: same_sign_share
points: 0
section: Commonly used activation functions
hint: Can your result be larger than 1?
hint: A share is a number of rows compared with another number of rows.
hint: Divide by the number of all rows, or take a mean.
"""

import numpy as np


def same_sign_share(gradients):
    signs = np.sign(np.asarray(gradients))
    return int(np.sum(np.abs(signs.sum(axis=1)) == signs.shape[1]))
