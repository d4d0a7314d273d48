"""The arguments are assumed to be arrays, so plain lists raise an error.

fails: maxout
points: 1.5
section: Commonly used activation functions
hint: Try your function with lists and read the error.
hint: A list has no transpose and no @; only arrays have.
hint: Turn each argument into an array first; NumPy has a function for that.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    return np.maximum(X @ W1.T + b1, X @ W2.T + b2)
