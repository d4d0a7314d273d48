"""Plain comparisons."""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    if a >= low and b <= high:
        return "agree"
    if b < low or a > high:
        return "differ"
    return "cannot tell"
