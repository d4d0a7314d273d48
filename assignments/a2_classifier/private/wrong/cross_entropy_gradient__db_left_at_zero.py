"""The slope for the bias is 0, as if the bias did not matter to the loss.

fails: cross_entropy_gradient
points: 1
section: Single neuron as a linear classifier
hint: Does the loss change when only the bias changes?
hint: The bias shifts every score by the same amount, so its slope is seldom 0.
hint: Treat the bias as a weight whose input is 1 in every sample.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return X.T @ (p - y) / len(y), 0.0
