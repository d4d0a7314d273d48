"""Makes all the arrays and counts their entries."""

import numpy as np


def n_parameters(sizes):
    parameters = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        parameters.append(np.zeros((n_out, n_in), dtype=bool))
        parameters.append(np.zeros(n_out, dtype=bool))
    return sum(p.size for p in parameters)
