"""Samples stop pulling as soon as they are on the right side, without a margin.

fails: train_neuron
points: 2
section: Single neuron as a linear classifier
hint: The score is 0.5 and the label 1. Does this sample pull?
hint: Your rule waits until a sample is wrong. The hinge wants more than right.
hint: Compare the margin with the number that the hinge loss has in it.
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
            g = np.where(t * z <= 0, -t, 0.0)
        dw, db = X.T @ g / len(X) + weight_decay * w, g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
