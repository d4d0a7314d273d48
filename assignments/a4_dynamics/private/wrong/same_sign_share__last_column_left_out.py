"""The last column is left out as if it were the slope of a bias.

fails: same_sign_share
points: 0
section: Commonly used activation functions
hint: What does your function say of the row [1, 1, -1]?
hint: The rows hold slopes of weights only.
hint: How many columns does your code look at, and how many are there?
"""

import numpy as np


def same_sign_share(gradients):
    weights = np.asarray(gradients)[:, :-1]
    return np.mean((weights > 0).all(axis=1) | (weights < 0).all(axis=1))
