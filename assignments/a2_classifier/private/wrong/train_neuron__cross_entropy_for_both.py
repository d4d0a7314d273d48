"""The word loss is not looked at: both losses are trained with the cross-entropy.

fails: train_neuron
points: 1
section: Single neuron as a linear classifier
hint: Does the argument loss occur in your function?
hint: Compare your results for "softmax" and for "svm". Should they be the same?
hint: The two losses have different slopes for a score; choose between them inside the loop.
"""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_steps):
        z = X @ w + b
        p = np.exp(-np.logaddexp(0, -z))
        g = p - y
        dw, db = X.T @ g / len(X) + weight_decay * w, g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
