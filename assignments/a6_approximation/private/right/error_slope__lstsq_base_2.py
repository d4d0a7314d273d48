"""Least squares with a column of ones, logarithms to base 2."""

import numpy as np


def error_slope(n_units, errors):
    A = np.column_stack([np.log2(n_units), np.ones(len(n_units))])
    return np.linalg.lstsq(A, np.log2(errors), rcond=None)[0][0]
