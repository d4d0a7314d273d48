"""Correlation times the ratio of the spreads; it warns when all errors are equal."""

import warnings

import numpy as np


def error_slope(n_units, errors):
    u, v = np.log(np.array(n_units)), np.log(np.array(errors))
    if np.ptp(v) < 1e-12:
        warnings.warn("the error does not change")
        return 0.0
    return np.corrcoef(u, v)[0, 1] * v.std() / u.std()
