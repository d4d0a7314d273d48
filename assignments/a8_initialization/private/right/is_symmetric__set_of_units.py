"""Counts the kinds of units after rounding; it prints and warns."""

import warnings

import numpy as np


def is_symmetric(W, b):
    units = np.column_stack((W, b)).round(6) + 0.0
    warnings.warn("rounded to six places", stacklevel=1)
    kinds = {tuple(unit) for unit in units.tolist()}
    print(len(kinds), "kinds of units")
    return len(kinds) == 1
