"""The largest distance within each column."""

import numpy as np


def is_symmetric(W, b):
    units = np.concatenate(
        [np.array(W, dtype=float), np.array(b, dtype=float)[:, None]], axis=1
    )
    return np.ptp(units, axis=0).max() <= 1e-9
