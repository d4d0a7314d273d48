"""The hinge uses the labels 0 and 1 as they are, so samples of class 0 never pull.

fails: train_neuron
points: 1
section: Single neuron as a linear classifier
hint: What is the slope of a sample with label 0, at zero weights?
hint: A label of 0 wipes out whatever it multiplies.
hint: The hinge needs t, which is 2y - 1.
"""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_steps):
        z = X @ w + b
        if loss == "softmax":
            p = np.exp(-np.logaddexp(0, -z))
            g = p - y
        else:
            g = np.where(y * z < 1, -y, 0.0)
        dw, db = X.T @ g / len(X) + weight_decay * w, g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
