"""math.exp is trusted with any number, but it stops with OverflowError above 709.

fails: cross_entropy_gradient
points: 2.5
section: Single neuron as a linear classifier
hint: Try a sample with a score of -800, and read the name of the error.
hint: For a score of -800 your code asks for exp(800), which no float can hold.
hint: Look at the sign of the score first; for each sign one form of sigma needs no large exponential.
"""

import math

import numpy as np


def sigma(z):
    return 1 / (1 + math.exp(-z))


def cross_entropy_gradient(X, y, w, b):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    w = np.asarray(w, dtype=float)
    errors = np.array([sigma(z) for z in X @ w + b]) - y
    return errors @ X / len(X), np.mean(errors)
