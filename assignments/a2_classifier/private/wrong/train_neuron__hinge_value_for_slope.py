"""The hinge loss itself is taken for g, where its slope is asked for.

fails: train_neuron
points: 1
section: Single neuron as a linear classifier
hint: For the svm, which values can g have? How many different ones does your code give?
hint: The loss says how much a sample costs. The slope says which way its score should go.
hint: A sample inside the margin has g = -t, however much it costs; all others have 0.
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
        g = sigma(z) - y if loss == "softmax" else np.maximum(0, 1 - t * z)
        dw = g @ X / len(X) + weight_decay * w
        db = np.mean(g)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
