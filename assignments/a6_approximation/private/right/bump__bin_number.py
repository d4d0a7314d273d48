"""Looks up in which of three parts x lies; the middle one counts."""

import numpy as np


def bump(x, left, right):
    return (np.searchsorted([left, right], np.asarray(x), side="right") == 1) * 1.0
