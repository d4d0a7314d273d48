"""The bias as one more weight, whose input is 1; a list comes back."""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X = np.column_stack([np.asarray(X), np.ones(len(X))])
    z = X @ np.append(w, b)
    errors = np.exp(-np.logaddexp(0, -z)) - y
    slopes = np.mean(X * errors[:, None], axis=0)
    return [slopes[:-1], slopes[-1]]
