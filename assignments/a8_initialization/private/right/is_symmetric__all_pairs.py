"""Compares every unit with every other one."""

import numpy as np


def is_symmetric(W, b):
    units = np.column_stack((W, b))
    gaps = units[:, None, :] - units[None, :, :]
    return np.einsum("ijk,ijk->", gaps, gaps) < 1e-12
