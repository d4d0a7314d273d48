"""einsum, in float32 throughout."""

import numpy as np


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    X, y = np.array(X, dtype=np.float32), np.array(y, dtype=np.float32)
    rate, decay = np.float32(learning_rate), np.float32(weight_decay)
    w, b, n = np.zeros(X.shape[1], dtype=np.float32), np.float32(0), np.float32(len(X))
    for _ in range(n_steps):
        z = np.einsum("ij,j->i", X, w) + b
        if loss == "softmax":
            g = 1 / (1 + np.exp(-np.clip(z, -80, 80))) - y
        else:
            g = np.select([(y == 1) & (z < 1), (y == 0) & (z > -1)], [-1, 1], 0)
        g = g.astype(np.float32)
        w = w - rate * (np.einsum("ij,i->j", X, g) / n + decay * w)
        b = b - rate * g.sum() / n
    return w, b
