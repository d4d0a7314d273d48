"""The first sum is compared with 0, so the second sum never counts.

fails: maxout
points: 0
section: Commonly used activation functions
hint: Change W2. Does the result change?
hint: A comparison with 0 makes a ReLU of the first sum.
hint: The rival of the first sum is the second one.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    return np.maximum(np.asarray(X) @ np.transpose(W1) + b1, 0)
