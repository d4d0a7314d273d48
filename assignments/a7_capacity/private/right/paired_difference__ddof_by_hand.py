"""np.std as it comes, corrected afterwards; prints and warns."""

import warnings

import numpy as np


def paired_difference(a, b):
    d = np.array(a) - np.array(b)
    n = len(d)
    print(d)
    warnings.warn("n is small", stacklevel=2)
    return float(np.mean(d)), float(np.std(d) / np.sqrt(n - 1))
