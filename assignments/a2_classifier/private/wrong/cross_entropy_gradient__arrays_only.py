"""X, y and w are assumed to be arrays, so plain lists raise an error.

fails: cross_entropy_gradient
points: 2.5
section: Single neuron as a linear classifier
hint: Call your function with X, y and w as plain lists, and read the error.
hint: A list has no @ and no T; only arrays have.
hint: Turn each argument into an array first; NumPy has a function for that which leaves arrays as they are.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    z = X @ w + b
    p = np.exp(-np.logaddexp(0, -z))
    return X.T @ (p - y) / len(y), (p - y).mean()
