"""Row 30: gradients of one sign, with NumPy's older generator; prints."""

import numpy as np


def experiment(seed):
    np.random.seed(seed)
    inputs = np.random.uniform(0.1, 1.0, size=(50, 10)) - 0.12
    errors = np.random.normal(size=(50, 1))
    signs = np.sign(errors * inputs)
    share = np.mean(abs(signs.sum(axis=1)) == 10)
    print("share", share)
    return float(share)
