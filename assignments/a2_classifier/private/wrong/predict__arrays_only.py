"""X and w are assumed to be arrays, so plain lists raise an error.

fails: predict
points: 2.5
section: Single neuron as a linear classifier
hint: Call your function with X and w as plain lists, and read the error.
hint: A list has no @; only arrays have.
hint: Turn each argument into an array first; NumPy has a function for that which leaves arrays as they are.
"""

import numpy as np


def predict(X, w, b, threshold=0.5):
    z = X @ w + b
    p = np.exp(-np.logaddexp(0, -z))
    return (p > threshold).astype(int)
