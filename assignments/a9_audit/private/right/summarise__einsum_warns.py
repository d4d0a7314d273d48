"""Squares by einsum, and a warning."""

import warnings

import numpy as np


def summarise(values):
    warnings.warn("few values", stacklevel=1)
    x = np.asarray(values) * 1.0
    n = len(x)
    deviations = x - np.einsum("i->", x) / n
    error = np.sqrt(np.einsum("i,i->", deviations, deviations) / (n * n - n))
    return {"n": n, "mean": x.sum() / n, "standard_error": error}
