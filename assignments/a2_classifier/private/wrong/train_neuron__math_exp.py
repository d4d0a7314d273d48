"""math.exp is trusted with any number, but it stops with OverflowError above 709.

fails: train_neuron
points: 3.5
section: Single neuron as a linear classifier
hint: Train on samples as large as 100, and read the name of the error.
hint: For a score of -800 your code asks for exp(800), which no float can hold.
hint: Look at the sign of the score first; for each sign one form of sigma needs no large exponential.
"""

import math

import numpy as np


def sigma(z):
    return 1 / (1 + math.exp(-z))


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    t = 2 * y - 1
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_steps):
        z = X @ w + b
        g = (
            np.array([sigma(score) for score in z]) - y
            if loss == "softmax"
            else np.where(t * z < 1, -t, 0)
        )
        dw = g @ X / len(X) + weight_decay * w
        db = np.mean(g)
        w, b = w - learning_rate * dw, b - learning_rate * db
    return w, b
