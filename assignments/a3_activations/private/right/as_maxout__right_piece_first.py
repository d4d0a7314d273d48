"""The right piece first, the left one after it."""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    factor = alpha if activation == "leaky_relu" else 0
    return W, b, factor * np.array(W), factor * np.array(b)
