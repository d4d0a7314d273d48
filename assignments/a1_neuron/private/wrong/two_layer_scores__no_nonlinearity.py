"""Without the max between them the two matrices collapse to a single one.

fails: two_layer_scores
points: 1
section: Quick intro without brain analogies
hint: Could one matrix do what your function does?
hint: You computed W2 (W1 x), which is (W2 W1) x: a linear function.
hint: Between the two products every negative entry becomes 0.
"""

import numpy as np


def two_layer_scores(W1, W2, x):
    return np.asarray(W2) @ (np.asarray(W1) @ np.asarray(x))
