"""A sample exactly on margin 1 still pulls, as if the sign were <=.

fails: train_neuron
points: 3.5
section: Single neuron as a linear classifier
hint: What does your function do to a sample whose margin is exactly 1?
hint: The text says which slope counts at the corner.
hint: Look at your comparison: only a margin less than 1 pulls.
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
            g = np.where(t * z <= 1, -t, 0.0)
        dw, db = X.T @ g / len(X) + weight_decay * w, g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
