"""The larger one of how far f is above g and how far it is below. It prints."""

import numpy as np


def sup_error(f, g, interval, n=10001):
    low, high = interval
    x = low + np.arange(n) / (n - 1) * (high - low)
    gap = np.asarray(f(x)) - np.asarray(g(x))
    print("from", gap.min(), "to", gap.max())
    return max(-gap.min(), gap.max())
