"""The scores come as a flat list of numbers instead of a column.

fails: linear_scores
points: 1
section: Quick intro without brain analogies
hint: Which shape do you get for a W of shape (3, 4)?
hint: The numbers are right, but (3,) is not (3, 1).
hint: Keep x a column all the way; the product of a matrix and a column is a column.
"""

import numpy as np


def linear_scores(W, x):
    return (np.asarray(W) @ np.asarray(x)).ravel()
