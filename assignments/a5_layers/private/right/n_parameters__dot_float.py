"""A dot product and a sum, as a float."""

import numpy as np


def n_parameters(sizes):
    n = np.asarray(sizes, dtype=np.float64)
    return n[:-1] @ n[1:] + n[1:].sum()
