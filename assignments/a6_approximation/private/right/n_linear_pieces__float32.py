"""A float32 holds powers of two exactly."""

import numpy as np


def n_linear_pieces(depth):
    return np.exp2(np.float32(depth))
