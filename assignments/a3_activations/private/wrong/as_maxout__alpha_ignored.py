"""The slope on the left is always 0.01, whatever alpha is given.

fails: as_maxout
points: 0.5
section: Commonly used activation functions
hint: Try "leaky_relu" with an alpha of 0.5.
hint: Does alpha occur in your formula?
hint: The default in the first line is enough; no number belongs into the formula.
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    W, b = np.asarray(W), np.asarray(b)
    left = 0.0 if activation == "relu" else 0.01
    return left * W, left * b, W, b
