"""Plain Python: `math.exp`, one number at a time, lists for lists."""

import math


def sigmoid(z):
    if hasattr(z, "__len__"):
        return [sigmoid(entry) for entry in z]
    if z < 0:
        return math.exp(z) / (1 + math.exp(z))
    return 1 / (1 + math.exp(-z))
