"""By logarithms; it prints and warns."""

import warnings

import numpy as np


def init_scale(activation, n_in):
    print(activation, n_in)
    warnings.warn("rules of thumb", stacklevel=1)
    log_variance = -np.log(n_in) + (np.log(2) if activation == "relu" else 0)
    return np.exp(log_variance / 2)
