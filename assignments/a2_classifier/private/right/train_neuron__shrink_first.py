"""Other algebra: the weights shrink, then the data pull; a stable sigmoid; a list comes back."""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X, t = np.array(X, dtype=float), np.where(np.array(y) == 1, 1.0, -1.0)
    w, b = np.zeros(len(X[0])), 0.0
    for _ in range(n_steps):
        margins = t * (X.dot(w) + b)
        if loss == "softmax":
            pulls = t * np.exp(-np.logaddexp(0, margins))
        else:
            pulls = np.where(margins >= 1, 0, t)
        w *= 1 - learning_rate * weight_decay
        w += learning_rate * np.mean(pulls[:, None] * X, axis=0)
        b += learning_rate * np.mean(pulls)
    return [w, b]
