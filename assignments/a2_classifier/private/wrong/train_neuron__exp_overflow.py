"""The exponential of a large score overflows, and the weights become nan.

fails: train_neuron
points: 3.5
section: Commonly used activation functions
hint: Train on samples as large as 100, and look at the weights after two steps.
hint: np.exp(800) is inf, and inf divided by inf is nan.
hint: Write sigma so that exp is only ever taken of a number that is not positive.
"""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    t = 2 * y - 1
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_steps):
        z = X @ w + b
        if loss == "softmax":
            p = np.exp(z) / (1 + np.exp(z))
            g = p - y
        else:
            g = np.where(t * z < 1, -t, 0.0)
        dw, db = X.T @ g / len(X) + weight_decay * w, g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
