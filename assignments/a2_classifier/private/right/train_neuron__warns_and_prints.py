"""The textbook sigmoid warns of an overflow; the progress is printed."""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X, y = np.array(X), np.array(y)
    w, b = np.zeros(X.shape[1]), 0.0
    for step in range(n_steps):
        z = np.dot(X, w) + b
        if loss == "softmax":
            g = 1 / (1 + np.exp(-z)) - y
        else:
            g = np.array([-(2 * k - 1) if (2 * k - 1) * s < 1 else 0 for s, k in zip(z, y)])
        print("step", step, "mean slope", g.mean())
        new_w = w - learning_rate * (
            np.average(X * g.reshape(-1, 1), axis=0) + weight_decay * w
        )
        b = b - learning_rate * np.average(g)
        w = new_w
    return w, b
