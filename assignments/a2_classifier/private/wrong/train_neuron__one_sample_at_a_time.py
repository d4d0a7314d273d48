"""Each sample takes a step of its own, instead of all samples together.

fails: train_neuron
points: 0.5
section: Single neuron as a linear classifier
hint: How many times do w and b change in one step of yours?
hint: The second sample already meets the weights that the first one has changed.
hint: Average the slopes of all samples, then change w and b once.
"""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_steps):
        for x, label in zip(X, y, strict=True):
            z, t = x @ w + b, 2 * label - 1
            if loss == "softmax":
                g = np.exp(-np.logaddexp(0, -z)) - label
            else:
                g = -t if t * z < 1 else 0.0
            w, b = w - learning_rate * (g * x + weight_decay * w), b - learning_rate * g
    return w, b
