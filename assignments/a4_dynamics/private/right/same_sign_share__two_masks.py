"""Two masks and a mean."""

import numpy as np


def same_sign_share(gradients):
    gradients = np.array(gradients)
    up = np.all(gradients > 0, axis=1)
    down = np.all(gradients < 0, axis=1)
    return (up | down).mean()
