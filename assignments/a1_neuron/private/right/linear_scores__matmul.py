"""The matrix product, which checks the shapes by itself."""

import numpy as np


def linear_scores(W, x):
    return np.asarray(W) @ np.asarray(x)
