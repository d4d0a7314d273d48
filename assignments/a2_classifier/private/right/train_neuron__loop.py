"""Plain Python: every sum is a loop, and w comes back as a list."""

import math


def slope(loss, z, label):
    if loss == "svm":
        t = 1 if label == 1 else -1
        return -t if t * z < 1 else 0
    p = 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))
    return p - label


def train_neuron(X, y, loss, learning_rate, weight_decay, n_steps):
    w, b = [0.0] * len(X[0]), 0.0
    for _ in range(n_steps):
        dw, db = [weight_decay * weight for weight in w], 0.0
        for row, label in zip(X, y):
            z = b + sum(float(x) * weight for x, weight in zip(row, w))
            g = slope(loss, z, float(label)) / len(y)
            dw = [total + g * float(x) for total, x in zip(dw, row)]
            db += g
        w = [weight - learning_rate * change for weight, change in zip(w, dw)]
        b -= learning_rate * db
    return w, b
