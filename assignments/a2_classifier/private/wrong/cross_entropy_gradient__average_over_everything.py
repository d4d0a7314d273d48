"""dw is one number, an average over the features as well as over the samples.

fails: cross_entropy_gradient
points: 1
section: Single neuron as a linear classifier
hint: How many slopes are there, if there are 3 weights?
hint: np.mean without an axis averages over all rows and all columns.
hint: Average over the samples only; these are the rows, the first axis.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return np.mean((p - y)[:, None] * X), (p - y).mean()
