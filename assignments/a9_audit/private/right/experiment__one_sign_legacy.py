"""Row 32: batches whose gradients have one sign, with NumPy's older generator; prints."""

import numpy as np


def experiment(seed):
    np.random.seed(seed)
    inputs = np.random.uniform(size=(500, 8, 10))
    errors = np.random.normal(size=(500, 8, 1))
    sums = (errors * inputs).sum(axis=1)
    share = np.mean(abs(np.sign(sums).sum(axis=1)) == 10)
    print("share", share)
    return float(share)
