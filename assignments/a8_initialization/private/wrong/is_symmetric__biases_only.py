"""Only the biases are compared; units with different weights count as alike.

fails: is_symmetric
points: 1
section: Weight Initialization
hint: Two units share their bias, but not their weights. Do they compute the same?
hint: The first argument never changes your answer.
hint: A unit is a row of W together with its entry of b: compare both.
"""

import numpy as np


def is_symmetric(W, b):
    W, b = np.asarray(W, dtype=float), np.asarray(b, dtype=float)
    return bool(np.all(abs(b - b[0]) <= 1e-9))
