"""The weights start at 1 instead of 0.

fails: train_neuron
points: 0
section: Single neuron as a linear classifier
hint: What comes out for n_steps = 0?
hint: Another start gives another path, even on the same hillside.
hint: The text says where the weights and the bias start.
"""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    t = 2 * y - 1
    w, b = np.ones(X.shape[1]), 0.0
    for _ in range(n_steps):
        z = X @ w + b
        if loss == "softmax":
            p = np.exp(-np.logaddexp(0, -z))
            g = p - y
        else:
            g = np.where(t * z < 1, -t, 0.0)
        dw, db = X.T @ g / len(X) + weight_decay * w, g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
