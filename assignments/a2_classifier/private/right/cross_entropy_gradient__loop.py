"""Plain Python: one sample and one feature at a time; dw is a list."""

import math


def sigma(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def cross_entropy_gradient(X, y, w, b):
    dw, db = [0.0] * len(w), 0.0
    for row, label in zip(X, y):
        z = b + sum(float(value) * float(weight) for value, weight in zip(row, w))
        error = sigma(z) - float(label)
        dw = [slope + error * float(value) / len(y) for slope, value in zip(dw, row)]
        db += error / len(y)
    return dw, db
