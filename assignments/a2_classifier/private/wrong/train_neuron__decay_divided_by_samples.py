"""The decay is divided by the number of samples along with the data's slopes.

fails: train_neuron
points: 3
section: Single neuron as a linear classifier
hint: Does the penalty depend on how many samples there are?
hint: In your rule more data mean less decay.
hint: Divide the sum over the samples first, then add the slope of the penalty.
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
        dw, db = (X.T @ g + weight_decay * w) / len(X), g.mean()
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
