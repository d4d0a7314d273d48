"""Lists and plain Python."""

import math


def tanh_from_sigmoid(z):
    if hasattr(z, "__len__"):
        return [tanh_from_sigmoid(entry) for entry in z]
    small = math.exp(-2 * abs(z))
    size = 2 / (1 + small) - 1
    return size if z > 0 else -size
