"""Heaviside steps that are 1 at their place. It also prints."""

import numpy as np


def bump(x, left, right):
    x = np.asarray(x, dtype=float)
    print("bump from", left, "to", right)
    return np.heaviside(x - left, 1) * (1 - np.heaviside(x - right, 1))
