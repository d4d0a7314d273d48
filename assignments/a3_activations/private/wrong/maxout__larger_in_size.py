"""The sum that is larger in size wins, even if it is negative.

fails: maxout
points: 0
section: Commonly used activation functions
hint: Which is larger, -3 or 1?
hint: Your results are sometimes negative where one of the two sums is positive.
hint: Compare the sums as they are, without absolute values.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    first, second = X @ np.transpose(W1) + b1, X @ np.transpose(W2) + b2
    return np.where(np.abs(first) > np.abs(second), first, second)
