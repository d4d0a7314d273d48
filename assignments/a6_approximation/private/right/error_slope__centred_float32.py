"""Centred products. float32 result."""

import numpy as np


def error_slope(n_units, errors):
    u = np.log(np.asarray(n_units, dtype=float))
    v = np.log(np.asarray(errors, dtype=float))
    u = u - u.mean()
    return np.float32(np.einsum("i,i->", u, v) / np.einsum("i,i->", u, u))
