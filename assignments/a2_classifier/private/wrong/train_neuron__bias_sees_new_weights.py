"""The weights are changed first, and the slope of the bias is then computed with the new ones.

fails: train_neuron
points: 0.5
section: Single neuron as a linear classifier
hint: Which w do the two slopes of one step belong to?
hint: Once w has changed, the scores are others, and so are the slopes.
hint: Compute both gradients before you change anything.
"""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    t = 2 * y - 1
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_steps):
        z = X @ w + b
        if loss == "softmax":
            p = np.exp(-np.logaddexp(0, -z))
            g = p - y
        else:
            g = np.where(t * z < 1, -t, 0.0)
        w = w - learning_rate * (X.T @ g / len(X) + weight_decay * w)
        z = X @ w + b
        if loss == "softmax":
            g = np.exp(-np.logaddexp(0, -z)) - y
        else:
            g = np.where(t * z < 1, -t, 0.0)
        b = b - learning_rate * g.mean()
    return w, b
