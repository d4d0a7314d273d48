"""In float32, with n as a whole number of NumPy's."""

import numpy as np


def summarise(values):
    numbers = np.array(values, dtype=np.float32)
    n = np.int32(numbers.shape[0])
    variance = np.var(numbers, ddof=1) / np.float32(n)
    return dict(n=n, mean=numbers.mean(), standard_error=np.sqrt(variance))
