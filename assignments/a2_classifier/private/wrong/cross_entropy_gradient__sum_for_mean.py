"""The slopes of all samples are added up, but not divided by their number.

fails: cross_entropy_gradient
points: 0.5
section: Single neuron as a linear classifier
hint: Should twice as many samples give slopes twice as large?
hint: With n samples your slopes are n times too large.
hint: The loss is a mean over the samples, and so are its slopes, both of them.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return X.T @ (p - y), (p - y).sum()
