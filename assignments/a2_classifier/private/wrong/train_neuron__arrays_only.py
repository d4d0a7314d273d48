"""X and y are assumed to be arrays, so plain lists raise an error.

fails: train_neuron
points: 3.5
section: Single neuron as a linear classifier
hint: Call your function with X and y as plain lists, and read the error.
hint: A list has no shape, no T and no arithmetic of arrays.
hint: Turn X and y into arrays before the loop; NumPy has a function for that which leaves arrays as they are.
"""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
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
    return w, b
