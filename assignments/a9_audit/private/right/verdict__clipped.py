"""Ends that clipping leaves alone lie inside; prints."""

import numpy as np


def verdict(values, low, high):
    x = np.asarray(values, dtype=float)
    mean, error = x.mean(), x.std(ddof=1) / np.sqrt(x.size)
    a, b = mean - 2 * error, mean + 2 * error
    print(a, b)
    kept = np.clip([a, b], low, high)
    if kept[0] == a and kept[1] == b:
        return "agree"
    return "differ" if kept[0] == kept[1] and kept[0] not in (a, b) else "cannot tell"
