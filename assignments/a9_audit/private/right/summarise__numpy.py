"""NumPy's own functions."""

import numpy as np


def summarise(values):
    error = np.std(values, ddof=1) / np.sqrt(np.size(values))
    return {"n": np.size(values), "mean": np.mean(values), "standard_error": error}
