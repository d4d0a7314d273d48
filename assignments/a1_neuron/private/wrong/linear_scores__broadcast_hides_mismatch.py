"""Shapes that do not match are stretched by broadcasting instead of being refused.

fails: linear_scores
points: 2
section: Quick intro without brain analogies
hint: Try W of shape (3, 4) with x of shape (1, 1). Should there be a result?
hint: Multiplying entry by entry repeats a size of one until it fits.
hint: The product operator checks the shapes for you; otherwise compare them first and raise ValueError.
"""

import numpy as np


def linear_scores(W, x):
    return np.sum(np.asarray(W) * np.asarray(x).T, axis=1, keepdims=True)
