"""The slopes for the weights are added up over the samples but not divided by their number.

fails: train_neuron
points: 0.5
section: Single neuron as a linear classifier
hint: Train on every sample twice. Does w change, and does b?
hint: With n samples the weights take steps that are n times too long.
hint: Both lines of the rule have the factor 1/N.
"""

import numpy as np


def sigma(z):
    a = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + a), a / (1 + a))


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    t = 2 * y - 1
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_steps):
        z = X @ w + b
        g = sigma(z) - y if loss == "softmax" else np.where(t * z < 1, -t, 0)
        dw = g @ X + weight_decay * w
        db = np.mean(g)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
