"""The labels are turned into -1 and +1 before they are subtracted from the probability.

fails: cross_entropy_gradient
points: 0
section: Single neuron as a linear classifier
hint: What is the error of a sample with label 0 whose probability is 0?
hint: A perfect answer to label 0 has p = 0. Your error is then 1.
hint: The signs belong to the hinge loss. Here the error compares p with the label itself.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    t = 2 * y - 1
    return X.T @ (p - t) / len(y), (p - t).mean()
