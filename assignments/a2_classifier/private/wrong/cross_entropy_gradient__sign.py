"""Label minus probability is taken, so the slopes point downhill instead of uphill.

fails: cross_entropy_gradient
points: 0
section: Single neuron as a linear classifier
hint: If every label is 1, should a larger bias raise or lower the loss?
hint: All your numbers have the right size and the wrong sign.
hint: The error is the probability minus the label. The minus of gradient descent comes later, in the step.
"""

import numpy as np


def cross_entropy_gradient(X, y, w, b):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    z = X @ np.asarray(w, dtype=float) + b
    p = np.exp(-np.logaddexp(0, -z))
    return X.T @ (y - p) / len(y), (y - p).mean()
