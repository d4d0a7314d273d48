"""The rows of X are multiplied by the errors in place, so the caller's data are changed.

fails: cross_entropy_gradient
points: 2.5
section: Single neuron as a linear classifier
hint: Call your function twice with the same arrays. Do you get the same answer?
hint: An operator such as *= writes into the array that the caller gave you.
hint: Compute error times input in a new array and leave X alone.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    if isinstance(X, list):
        X = np.array(X, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    errors = p - np.asarray(y)
    X *= errors[:, None]
    return X.mean(axis=0), errors.mean()
