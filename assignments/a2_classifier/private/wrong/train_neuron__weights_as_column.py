"""The weights come back as a column, and the bias as an array of one number.

fails: train_neuron
points: 0
section: Single neuron as a linear classifier
hint: Print the shapes of the two parts that you return.
hint: In this assignment w has shape (n_features,), and b is one number.
hint: Columns are fine inside your function; flatten them before you return.
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
        dw, db = X.T @ g / len(X) + weight_decay * w, g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w[:, None], np.array([b])
