"""Plain Python: the slope is even, so |z| will do."""

import math


def sigmoid_slope(z):
    if hasattr(z, "__len__"):
        return [sigmoid_slope(entry) for entry in z]
    t = math.exp(-abs(z))
    return t / (1 + t) / (1 + t)
