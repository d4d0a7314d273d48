"""The signs are written into the caller's own array.

fails: same_sign_share
points: 2
section: Commonly used activation functions
hint: Print your array after the call. Is it still the same?
hint: An index on the left of = writes into the array that came in.
hint: Give the signs a name of their own.
"""

import numpy as np


def same_sign_share(gradients):
    if isinstance(gradients, list):
        gradients = np.array(gradients)
    gradients[:] = np.sign(gradients)
    return np.mean(np.abs(gradients.sum(axis=1)) == gradients.shape[1])
