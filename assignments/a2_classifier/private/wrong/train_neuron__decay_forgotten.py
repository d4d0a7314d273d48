"""The weights do not decay: the penalty is missing.

fails: train_neuron
points: 3
section: Single neuron as a linear classifier
hint: Does weight_decay occur in your function?
hint: A larger weight_decay should give shorter weights.
hint: The slope of the penalty is added to the gradient of w.
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
        dw, db = X.T @ g / len(X), g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
