"""A column of ones for the bias is added, so negative rows can't be of one sign.

fails: same_sign_share
points: 0
section: Commonly used activation functions
hint: What does your function say of the row [-1, -2]?
hint: The bias is not asked about, and its slope is not among the columns.
hint: Judge each row by the slopes that were handed over, and by no others.
"""

import numpy as np


def same_sign_share(gradients):
    gradients = np.asarray(gradients)
    slopes = np.hstack([gradients, np.ones((len(gradients), 1))])
    return np.mean(np.abs(np.sign(slopes).sum(axis=1)) == slopes.shape[1])
