"""Subtract, drop the sign, take the largest."""

import numpy as np


def sup_error(f, g, interval, n=10001):
    x = np.linspace(*interval, n)
    return np.abs(f(x) - g(x)).max()
