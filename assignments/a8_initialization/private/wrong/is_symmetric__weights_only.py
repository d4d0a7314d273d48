"""Only the weights are compared; units with different biases count as alike.

fails: is_symmetric
points: 2
section: Weight Initialization
hint: Two units share their weights, but one has bias 1 and the other -1. Do they compute the same?
hint: The second argument never changes your answer.
hint: A unit is a row of W together with its entry of b: compare both.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    alike = np.all(abs(W - W[0]) <= 1e-9)
    return bool(alike)
