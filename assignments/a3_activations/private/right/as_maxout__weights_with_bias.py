"""The bias as one more column, scaled together and taken apart again. It warns."""

import warnings

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    warnings.warn("no check of the name", stacklevel=2)
    full = np.column_stack([W, b])
    left = full * (activation != "relu") * alpha
    return left[:, :-1], left[:, -1], full[:, :-1], full[:, -1]
