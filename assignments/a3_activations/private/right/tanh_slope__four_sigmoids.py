"""The chain rule: four times the sigmoid's slope at 2z."""

import numpy as np


def tanh_slope(z):
    t = np.exp(-2 * np.abs(np.asarray(z, dtype=float)))
    return 4 * t / (1 + t) ** 2
