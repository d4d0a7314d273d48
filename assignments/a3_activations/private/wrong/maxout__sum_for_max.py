"""The two sums are added, so the unit is an ordinary linear one.

fails: maxout
points: 0
section: Commonly used activation functions
hint: Work the first example by hand: which of its two sums should come out?
hint: The name says it: only the larger sum goes out.
hint: The last step compares the two sums and drops the smaller one.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X)
    return X @ np.transpose(W1) + b1 + X @ np.transpose(W2) + b2
