"""It asks whether a column is of one sign, not a row.

fails: same_sign_share
points: 0
section: Commonly used activation functions
hint: How many gradients does an array of shape (5, 2) hold?
hint: Print the shape of your answer before you take its mean: it should be (n,).
hint: The axis that you name is the one that disappears; slopes lie along axis 1.
"""

import numpy as np


def same_sign_share(gradients):
    gradients = np.asarray(gradients)
    return np.mean((gradients > 0).all(axis=0) | (gradients < 0).all(axis=0))
