"""The larger product is chosen before the biases are added, so the wrong sum may win.

fails: maxout
points: 1.5
section: Commonly used activation functions
hint: Which sum wins if the products are 1 and 2 and the biases 5 and 0?
hint: A bias belongs to its own sum and can decide who wins.
hint: Finish both sums first, biases included, and compare then.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    return np.maximum(X @ np.transpose(W1), X @ np.transpose(W2)) + np.maximum(b1, b2)
