"""Each sign times the sign of the row's first slope."""

import numpy as np


def same_sign_share(gradients):
    signs = np.sign(gradients)
    return np.mean(np.all(signs * signs[:, :1] == 1, axis=1))
