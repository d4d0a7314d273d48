"""The star multiplies entry by entry; it is not the matrix product.

fails: linear_scores
points: 0
section: Quick intro without brain analogies
hint: Which shape does your result have for a W of shape (3, 3)?
hint: NumPy's * pairs entries and stretches sizes of one; nothing is summed.
hint: Each score is a sum of products over one row; NumPy has an operator of its own for that.
"""

import numpy as np


def linear_scores(W, x):
    return np.asarray(W) * np.asarray(x)
