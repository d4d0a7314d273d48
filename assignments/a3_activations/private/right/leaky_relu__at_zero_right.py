"""The branch is chosen with >=, which makes no difference at 0."""

import numpy as np


def leaky_relu(z, alpha=0.01):
    z = np.array(z, dtype=float)
    return z * np.where(z >= 0, 1, alpha)
