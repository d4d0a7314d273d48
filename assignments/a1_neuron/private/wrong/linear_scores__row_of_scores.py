"""The scores come out as a row, because everything was transposed.

fails: linear_scores
points: 1
section: Quick intro without brain analogies
hint: Which shape do you get for a W of shape (3, 4)?
hint: The numbers are right, but (1, 3) is not (3, 1).
hint: The notes keep samples in columns: W stands on the left, x on the right.
"""

import numpy as np


def linear_scores(W, x):
    return np.asarray(x).T @ np.asarray(W).T
