"""Exact fractions, and a float at the end; prints and warns."""

import warnings
from fractions import Fraction


def convert_weight_decay(value, batch_size):
    ours = Fraction(float(value)) / int(batch_size)
    print(ours)
    warnings.warn("exact until here", stacklevel=2)
    return float(ours)
