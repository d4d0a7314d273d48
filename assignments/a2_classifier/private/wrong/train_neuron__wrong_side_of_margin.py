"""The comparison with the margin is turned round: samples pull once they are beyond it.

fails: train_neuron
points: 1
section: Single neuron as a linear classifier
hint: Which samples should pull, those that miss the margin or those that keep it?
hint: At zero weights every margin is 0. With your rule no sample pulls, and nothing ever moves.
hint: A sample beyond margin 1 is content and has slope 0.
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
            g = np.where(t * z > 1, -t, 0.0)
        dw, db = X.T @ g / len(X) + weight_decay * w, g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
