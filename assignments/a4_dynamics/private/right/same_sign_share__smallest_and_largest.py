"""Of one sign: the smallest is above 0 or the largest below."""

import numpy as np


def same_sign_share(gradients):
    low, high = np.min(gradients, axis=1), np.max(gradients, axis=1)
    return np.count_nonzero((low > 0) | (high < 0)) / len(gradients)
