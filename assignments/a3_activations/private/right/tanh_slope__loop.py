"""Plain Python, lists for lists."""

import math


def tanh_slope(z):
    if hasattr(z, "__len__"):
        return [tanh_slope(entry) for entry in z]
    a = math.tanh(z)
    return (1 - a) * (1 + a)
