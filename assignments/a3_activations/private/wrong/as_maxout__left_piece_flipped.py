"""The left piece has the wrong sign, so negative sums give positive outputs.

fails: as_maxout
points: 0.5
section: Commonly used activation functions
hint: Which sign has leaky ReLU if the sum is -10?
hint: Draw both lines: to the left of 0 yours goes up.
hint: No minus sign is needed: the sum itself is negative there.
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    W, b = np.asarray(W), np.asarray(b)
    left = 0.0 if activation == "relu" else -alpha
    return left * W, left * b, W, b
