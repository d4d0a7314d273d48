"""The bias is the first weight, whose input is 1 and which does not decay."""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X = np.column_stack([np.ones(len(X)), X])
    y = np.asarray(y)
    weights = np.zeros((X.shape[1], 1))
    decays = np.diag([0.0] + [weight_decay] * (X.shape[1] - 1))
    for _ in range(n_steps):
        z = (X @ weights).ravel()
        if loss == "svm":
            g = np.where(y == 1, np.where(z < 1, -1, 0), np.where(z > -1, 1, 0))
        else:
            small = np.exp(-np.abs(z))
            g = np.where(z >= 0, 1, small) / (1 + small) - y
        gradient = X.T @ g[:, None] / len(y) + decays @ weights
        weights = weights - learning_rate * gradient
    return weights[1:, 0], weights[0, 0]
