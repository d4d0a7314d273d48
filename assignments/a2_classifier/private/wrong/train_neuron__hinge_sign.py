"""The slope of the hinge has the wrong sign, so samples are pushed to the wrong side.

fails: train_neuron
points: 1
section: Single neuron as a linear classifier
hint: Take one sample with label 1 and loss "svm". Does its score rise in the first step?
hint: With "softmax" your steps go downhill, with "svm" uphill.
hint: Read g for "svm" once more: which sign has it for a sample with label 1?
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
        g = sigma(z) - y if loss == "softmax" else np.where(t * z < 1, t, 0)
        dw = g @ X / len(X) + weight_decay * w
        db = np.mean(g)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
