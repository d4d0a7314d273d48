"""The rows of X are multiplied by the signs in place, so the caller's data are changed.

fails: train_neuron
points: 3.5
section: Single neuron as a linear classifier
hint: Train twice with the same arrays. Do you get the same answer?
hint: An operator such as *= writes into the array that the caller gave you.
hint: Compute such products in a new array and leave X alone.
"""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    if isinstance(X, list):
        X = np.array(X, dtype=float)
    t = 2 * np.asarray(y, dtype=float) - 1
    X *= t[:, None]
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_steps):
        margins = X @ w + t * b
        if loss == "softmax":
            pull = np.exp(-np.logaddexp(0, margins))
        else:
            pull = np.where(margins < 1, 1.0, 0.0)
        w = w + learning_rate * (pull @ X / len(X) - weight_decay * w)
        b = b + learning_rate * np.mean(pull * t)
    return w, b
