"""The variance from the differences between all pairs of differences."""

import numpy as np


def paired_difference(a, b):
    d = np.asarray(a) - np.asarray(b)
    n = len(d)
    variance = np.sum((d[:, None] - d) ** 2) / (2 * n * (n - 1))
    return d.mean(), np.sqrt(variance / n)
