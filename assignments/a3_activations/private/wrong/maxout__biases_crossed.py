"""The biases have changed places: the first sum gets the second one.

fails: maxout
points: 1.5
section: Commonly used activation functions
hint: Which sum does b2 belong to? Look at the numbers in the names.
hint: With X all zeros nobody notices. Try an X of ones.
hint: W1 goes with b1, and W2 with b2.
"""

import numpy as np


def maxout(X, W1, b1, W2, b2):
    X = np.asarray(X, dtype=float)
    W1 = np.asarray(W1, dtype=float)
    W2 = np.asarray(W2, dtype=float)
    return np.maximum(X @ W1.T + b2, X @ W2.T + b1)
