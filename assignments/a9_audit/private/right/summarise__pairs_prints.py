"""The variance as the mean square of all differences; prints."""

import numpy as np


def summarise(values):
    x = np.asarray(values, dtype=float)
    n = x.size
    variance = np.sum((x[:, None] - x) ** 2) / (2 * n * (n - 1))
    print("variance", variance)
    return {"n": float(n), "mean": np.average(x), "standard_error": np.sqrt(variance / n)}
