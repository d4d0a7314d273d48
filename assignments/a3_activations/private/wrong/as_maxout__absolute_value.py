"""The left piece is the negative of the right one, which makes an absolute value.

fails: as_maxout
points: 0.5
section: Commonly used activation functions
hint: What must come out for "relu" if the sum is -10?
hint: The larger of s and -s is the size of s.
hint: To the left of 0 ReLU is level. Which line is that?
"""

import numpy as np


def as_maxout(activation, W, b, alpha=0.01):
    W, b = np.asarray(W), np.asarray(b)
    if activation == "relu":
        return -W, -b, W, b
    return alpha * W, alpha * b, W, b
