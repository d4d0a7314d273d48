"""Adds up signs in float32 with einsum."""

import numpy as np


def same_sign_share(gradients):
    signs = np.sign(np.asarray(gradients, dtype=np.float32))
    sums = np.einsum("ij->i", signs)
    return np.float32(np.mean(np.abs(sums) == signs.shape[1]))
