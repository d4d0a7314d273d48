"""float32 and a mask; it prints and warns."""

import warnings

import numpy as np


def hinge_loss(scores, y):
    warnings.warn("hinge_loss was called")
    z = np.array(scores, dtype=np.float32)
    margins = np.where(np.array(y) > 0, z, -z)
    inside = margins < 1
    print(inside.sum(), "samples inside the margin")
    return np.sum(1 - margins[inside]) / np.float32(len(margins))
