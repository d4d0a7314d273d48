"""The bias is never trained and stays at 0.

fails: train_neuron
points: 0
section: Single neuron as a linear classifier
hint: Print b after a few steps.
hint: Without a bias the line passes through the origin, whatever the data.
hint: The rule has two lines, and the second one changes b.
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
        dw = X.T @ g / len(X) + weight_decay * w
        w = w - learning_rate * dw
    return w, b
