"""The errors are multiplied by p (1 - p) as well, as the squared error would ask for.

fails: cross_entropy_gradient
points: 0
section: Single neuron as a linear classifier
hint: What does your function give for a sample that is sure and wrong?
hint: There p (1 - p) is nearly 0, so the worst samples would hardly pull.
hint: In the cross-entropy the slope of sigma cancels: error times input is all.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    errors = (p - y) * p * (1 - p)
    return X.T @ errors / len(y), errors.mean()
