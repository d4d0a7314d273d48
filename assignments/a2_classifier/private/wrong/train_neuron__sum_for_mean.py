"""The slopes of the samples are added up, but not divided by their number.

fails: train_neuron
points: 0.5
section: Single neuron as a linear classifier
hint: Should twice as many samples make steps twice as long?
hint: With n samples the data pull n times too hard.
hint: Divide the sums over the samples by their number, for w and for b.
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
        dw, db = X.T @ g + weight_decay * w, g.sum()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
