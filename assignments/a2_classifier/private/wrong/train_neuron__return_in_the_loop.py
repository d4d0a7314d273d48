"""The return stands inside the loop, so training stops after one step.

fails: train_neuron
points: 0.5
section: Single neuron as a linear classifier
hint: Compare your results for one step and for five.
hint: A return ends the function at once, even in the middle of a loop.
hint: Look at how far the return is indented: it belongs behind the loop.
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
        dw = g @ X / len(X) + weight_decay * w
        db = np.mean(g)
        w, b = w - learning_rate * dw, b - learning_rate * db
        return w, b
    return w, b
